//! One word for one thing: words that no sentence for people may use, and what to say instead.

use crate::breach::Breach;
use crate::source::Text;

/// English words and what to say instead. Whole words, in any case.
const ENGLISH: &[(&str, &str)] = &[
    ("alarm", "warning"),
    ("alarms", "warnings"),
    ("anew", "again"),
    ("becomes known", "name the step, such as “Sync to find out”"),
    ("by volume", "data charges"),
    ("cannot be believed", "failed"),
    ("cooling off", "time to think it over"),
    ("cooling-off", "time to think it over"),
    ("counts nothing", "not counted"),
    ("dimension", "part"),
    ("does not verify", "did not pass the checks"),
    ("edition", "version"),
    ("ends by itself", "expires"),
    ("fingerprint", "matching code"),
    ("is none", "there is no …"),
    ("join", "connect"),
    ("joined", "connected"),
    ("joining", "connecting"),
    ("let it go", "discard"),
    ("licensed to", "barcode registered by"),
    ("licensee", "barcode registered by"),
    ("membership", "connection"),
    ("not theirs to say", "not listed"),
    ("objection", "contest"),
    ("one person’s trade", "sole trader"),
    ("past its next update", "out of date"),
    ("perk", "benefit"),
    ("perks", "benefits"),
    ("public data", "public files"),
    ("ran out", "expired"),
    ("refresh all", "sync"),
    ("rejected", "not taken up"),
    ("repaired", "credit repair"),
    ("resident number", "ID card number"),
    ("rests on", "based on"),
    ("revoked", "cancelled"),
    ("said no", "refused"),
    ("sealed", "encrypted"),
    ("self-report", "report"),
    ("stands", "is valid, is printed, is in"),
    ("stays like this", "if nothing changes"),
    ("take back", "withdraw"),
    ("taken back", "withdrawn, removed or cancelled"),
    ("the phone’s clock", "this phone’s time"),
    ("this app", "Standing"),
    ("this phone’s clock", "this phone’s time"),
    ("tier", "level"),
    ("tiers", "levels"),
    ("took back", "withdrew, removed or cancelled"),
    ("trust list", "key list"),
    ("trust root", "key list, or its matching code"),
    ("verified nowhere", "not verified"),
    ("volume charges", "data charges"),
    ("worked out", "calculated"),
];

/// Words that nobody writes any more and what to say instead, in comments, pages and names of
/// tests. "Stands for", "stands out" and "stands alone" are today's English.
const ARCHAIC: &[(&str, &str)] = &[
    ("anew", "again"),
    ("hither", "here"),
    ("made again", "rebuilt, recreated"),
    ("nought", "0, nothing"),
    ("said to be", "called, reported as"),
    ("stands above", "is above"),
    ("stands at the", "is at the"),
    ("stands below", "is below"),
    ("stands beside", "is beside"),
    ("stands first", "comes first"),
    ("stands here", "is here"),
    ("stands last", "comes last"),
    ("stands there", "is there"),
    ("stands twice", "appears twice"),
    ("thereof", "of it"),
    ("whence", "from where"),
    ("whichever of", "no matter which of"),
];

/// Chinese words and what to say instead.
const CHINESE: &[(&str, &str)] = &[
    ("不可信", "未通过核验"),
    ("予以", "（删去）"),
    ("信任名单", "机构密钥表"),
    ("信任根", "机构密钥表，或其防伪码"),
    ("内容完整", "期次连续"),
    ("凭据", "凭证"),
    ("加入", "绑定"),
    ("届时", "之后"),
    ("总览", "签名目录"),
    ("成员身份", "已绑定的机构"),
    ("拟定", "示例假设"),
    ("指纹", "防伪码"),
    ("时钟", "时间"),
    ("更新的一期", "新一期"),
    ("更新版本", "较新版本"),
    ("有权评分", "在名单内"),
    ("无权评分", "不在名单内"),
    ("暂无法", "暂时无法"),
    ("本应用", "明账"),
    ("本手机", "这部手机，标签中用本机"),
    ("此人", "本人"),
    ("此项", "这一条，这一项"),
    ("沙盒", "演示"),
    ("激励", "优待"),
    ("现行有效", "目前有效"),
    ("移动数据", "手机流量"),
    ("答非所问", "不是对此次查询的答复"),
    ("维度", "方面"),
    ("编码持有人", "条码注册企业"),
    ("该机构", "这家机构，或写全称"),
    ("警示", "异常提醒"),
    ("记录项", "明细"),
    ("请勿", "请不要"),
    ("采信", "以…为准"),
    ("验证码", "绑定码"),
    ("名录", "企业库"),
    ("作废", "放弃"),
    ("作罢", "放弃"),
    ("公开数据", "公开文件"),
    ("公开资料", "公开文件"),
    ("刷新", "同步"),
    ("校验码", "校验位"),
    ("商品编码", "商品条码"),
    ("一次性码", "一次性绑定码"),
    ("住户", "您"),
    ("当事人", "您"),
    ("留证", "凭证，证明材料"),
    ("密封", "加密"),
    ("系拟定", "为示例自行假设"),
    ("应予答复", "答复期限"),
    ("名单未过期", "在有效期内"),
    ("名单信息", "名单记录"),
    ("不再有效", "已停用"),
    ("加入机构", "绑定"),
];

/// Where a word is right all the same: the term of a law, a document number, an action.
const LAWFUL: &[&str] = &["经营异常名录", "加入日历"];

/// Names on the phone's own pages.
const OF_THE_PHONE: &[&str] = &["日期和时间", "自动设置"];

/// Sentences of a language that use a word to avoid.
pub fn avoided(files: &[Text], chinese: bool) -> Vec<Breach> {
    let words = if chinese { CHINESE } else { ENGLISH };
    let mut breaches = Vec::new();
    for file in files {
        for (at, line) in file.text.lines().enumerate() {
            let said = said(&file.path, line);
            for (word, instead) in words.iter().filter(|(word, _)| uses(&said, word)) {
                breaches.push(Breach {
                    file: file.path.clone(),
                    line: at + 1,
                    what: format!("says “{word}”: {instead}"),
                });
            }
            if !chinese && has_straight_apostrophe(&said) {
                let what = "has a straight apostrophe: ’".to_owned();
                breaches.push(Breach { file: file.path.clone(), line: at + 1, what });
            }
        }
    }
    breaches
}

/// Lines that say what nobody says any more.
pub fn archaic(files: &[Text]) -> Vec<Breach> {
    // This one lists them.
    let files = files.iter().filter(|file| !file.path.ends_with("house/wording.rs"));
    let lines = files.flat_map(|file| file.text.lines().enumerate().map(move |line| (file, line)));
    let found = lines.flat_map(|(file, (at, line))| {
        ARCHAIC.iter().filter(|(word, _)| uses(line, word)).map(move |(word, instead)| Breach {
            file: file.path.clone(),
            line: at + 1,
            what: format!("says “{word}”: {instead}"),
        })
    });
    found.collect()
}

/// English sentences that say “1 days”: a counted noun outside a choice by number.
pub fn uncounted(files: &[Text]) -> Vec<Breach> {
    const NOUNS: &[&str] = &[
        "days",
        "minutes",
        "months",
        "years",
        "working",
        "records",
        "statements",
        "notices",
        "receipts",
        "stars",
        "characters",
        "entries",
        "businesses",
        "listings",
        "lines",
        "times",
        "checks",
        "steps",
        "warnings",
        "photos",
        "connections",
    ];
    let mut breaches = Vec::new();
    for file in files {
        for (at, line) in file.text.lines().enumerate() {
            let chosen = line.trim_start().starts_with(['*', '[']);
            let counted = |part: &str| NOUNS.iter().any(|noun| follows(part, noun));
            if !chosen && !line.starts_with('#') && line.split(" } ").skip(1).any(counted) {
                let what = "counts without a choice by number: “1 days”".to_owned();
                breaches.push(Breach { file: file.path.clone(), line: at + 1, what });
            }
        }
    }
    breaches
}

/// Steps that name a button, in quotes, which no label has.
pub fn no_such_button(files: &[Text], labels: &Text) -> Vec<Breach> {
    let label = |line: &str| line.split_once(" = ").map(|(_, text)| text.trim().to_owned());
    let labels: Vec<String> = labels.text.lines().filter_map(label).collect();
    let mut breaches = Vec::new();
    for file in files {
        for (at, line) in file.text.lines().enumerate() {
            let Some(step) = line.trim_start().strip_prefix(".todo = ") else { continue };
            for name in step.split('“').skip(1).filter_map(|part| part.split('”').next()) {
                let is_name = !name.contains(['{', ':']) && !OF_THE_PHONE.contains(&name);
                if is_name && !labels.iter().any(|label| label == name) {
                    let what = format!("names “{name}”, which no label of ui.ftl has");
                    breaches.push(Breach { file: file.path.clone(), line: at + 1, what });
                }
            }
        }
    }
    breaches
}

/// What a person reads of a line: no comment, no key, no values; in code only what has Han signs.
fn said(path: &str, line: &str) -> String {
    let is_code = !path.ends_with(".ftl") && !path.ends_with(".json");
    let is_comment = line.trim_start().starts_with(['#', '/']);
    if is_comment || (is_code && !line.chars().any(is_han)) {
        return String::new();
    }
    let text = if path.ends_with(".ftl") {
        line.split_once(" =").map_or(line, |(_, text)| text)
    } else {
        line
    };
    let mut text = without_values(text);
    for lawful in LAWFUL {
        text = text.replace(lawful, "");
    }
    text
}

fn without_values(text: &str) -> String {
    let mut parts = text.split("{ $");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(part.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-'));
    }
    kept
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Chinese words anywhere; English ones between signs that are no letters.
fn uses(said: &str, word: &str) -> bool {
    if word.chars().any(is_han) {
        return said.contains(word);
    }
    let said = said.to_lowercase();
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '-');
    said.match_indices(word).any(|(at, _)| {
        let (before, after) = (said.get(..at), said.get(at + word.len()..));
        edge(before.and_then(|text| text.chars().next_back()))
            && edge(after.and_then(|text| text.chars().next()))
    })
}

fn follows(part: &str, noun: &str) -> bool {
    part.strip_prefix(noun).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

fn has_straight_apostrophe(said: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    said.match_indices('\'').any(|(at, sign)| {
        let (before, after) = (said.get(..at), said.get(at + sign.len()..));
        letter(before.and_then(|text| text.chars().next_back()))
            && letter(after.and_then(|text| text.chars().next()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breach::told;

    fn file(path: &str, text: &str) -> Vec<Text> {
        vec![Text { path: path.into(), text: text.into() }]
    }

    #[test]
    fn an_avoided_word_is_named_with_what_to_say() {
        let english = "# A tier is a level.\ntier-name = Level\na = Signed ANEW.\nb = It's here.\n";
        assert_eq!(
            told(&avoided(&file("a.ftl", english), false)),
            ["a.ftl:3: says “anew”: again", "a.ftl:4: has a straight apostrophe: ’",]
        );
        let chinese = "a = 本手机\nb = 经营异常名录\n  .todo = 请核对指纹。\n";
        assert_eq!(told(&avoided(&file("a.ftl", chinese), true)).len(), 2);
        assert_eq!(avoided(&file("a.rs", "// 本手机\nlet a = \"指纹\";\n"), true).len(), 1);
    }

    #[test]
    fn words_and_keys_that_only_contain_it_are_free() {
        let text = "tier = Frontier, adjoining { $tier }\n";
        assert_eq!(told(&avoided(&file("a.ftl", text), false)), [""; 0]);
    }

    #[test]
    fn what_nobody_says_any_more_is_named() {
        let page = file("a.rs", "/// It stands first.\n/// X stands for Y.\n// Made\tanew.\n");
        assert_eq!(
            told(&archaic(&page)),
            ["a.rs:1: says “stands first”: comes first", "a.rs:3: says “anew”: again"]
        );
    }

    #[test]
    fn a_counted_noun_needs_a_choice() {
        let text = "a = { $n } days\nb = { $n ->\n    [one] 1 day\n    *[other] { $n } days\n  }\n";
        assert_eq!(uncounted(&file("a.ftl", text)).len(), 1);
    }

    #[test]
    fn a_step_names_a_button_that_exists() {
        let labels = Text { path: "ui.ftl".into(), text: "more = More\n".into() };
        let text = "a = x\n  .todo = Open “More”, then “Less”; it begins with “standing:”.\n";
        let breaches = told(&no_such_button(&file("a.ftl", text), &labels));
        assert_eq!(breaches, ["a.ftl:2: names “Less”, which no label of ui.ftl has"]);
    }
}
