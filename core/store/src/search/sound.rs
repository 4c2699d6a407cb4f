//! Search by sound: Chinese names found by their pinyin, in full ("xihu") or by the first letters
//! of the syllables ("xhcy").
//!
//! What was typed is cut into syllables in every way; the last one may be unfinished, since the
//! person may be typing it. Only where no such way exists are the letters taken for initials.
//! Answers by sound are a list of their own: mixed with answers by text, "tea" would put 特安 among
//! tea houses.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use pinyin::ToPinyin;

use super::fold::folded;

/// The most ways in which one text is cut.
const MOST_WAYS: usize = 16;

/// The most letters of a name typed by sound.
const MOST_LETTERS: usize = 64;

/// Characters that names read otherwise than a dictionary's first reading, with that reading.
#[rustfmt::skip]
const READINGS: &[(char, &str)] = &[
    ('万', "mo"), ('丽', "li"), ('乐', "yue"), ('乐', "le"), ('乐', "lao"),
    ('什', "shi"), ('仇', "qiu"), ('任', "ren"), ('会', "kuai"), ('会', "hui"),
    ('伽', "jia"), ('伽', "qie"), ('传', "zhuan"), ('传', "chuan"), ('侯', "hou"),
    ('儋', "dan"), ('六', "lu"), ('六', "liu"), ('冼', "xian"), ('勒', "lei"),
    ('区', "ou"), ('区', "qu"), ('单', "shan"), ('单', "dan"), ('卡', "ka"),
    ('卡', "qia"), ('厂', "chang"), ('厦', "xia"), ('厦', "sha"), ('参', "shen"),
    ('参', "can"), ('召', "shao"), ('台', "tai"), ('叶', "ye"), ('吧', "ba"),
    ('和', "he"), ('咖', "ka"), ('咖', "ga"), ('地', "di"), ('埔', "pu"),
    ('埔', "bu"), ('堡', "bao"), ('堡', "pu"), ('大', "da"), ('大', "dai"),
    ('宿', "su"), ('宿', "xiu"), ('尉', "wei"), ('尉', "yu"), ('尺', "chi"),
    ('尾', "wei"), ('差', "cha"), ('巷', "xiang"), ('巷', "hang"), ('度', "du"),
    ('弹', "dan"), ('弹', "tan"), ('强', "qiang"), ('拓', "tuo"), ('拓', "ta"),
    ('折', "zhe"), ('数', "shu"), ('曲', "qu"), ('曾', "zeng"), ('曾', "ceng"),
    ('朝', "chao"), ('朝', "zhao"), ('朴', "pu"), ('朴', "piao"), ('枞', "zong"),
    ('枞', "cong"), ('柏', "bai"), ('柏', "bo"), ('柜', "gui"), ('查', "cha"),
    ('查', "zha"), ('校', "xiao"), ('校', "jiao"), ('歙', "she"), ('歙', "xi"),
    ('殷', "yin"), ('没', "mei"), ('沈', "shen"), ('沈', "chen"), ('泊', "bo"),
    ('泊', "po"), ('泌', "bi"), ('泌', "mi"), ('洗', "xi"), ('洗', "xian"),
    ('洞', "dong"), ('洞', "tong"), ('浒', "hu"), ('浒', "xu"), ('浚', "jun"),
    ('浚', "xun"), ('涡', "guo"), ('涡', "wo"), ('炮', "pao"), ('燕', "yan"),
    ('犍', "qian"), ('犍', "jian"), ('率', "lv"), ('率', "shuai"), ('珲', "hui"),
    ('珲', "hun"), ('番', "fan"), ('番', "pan"), ('的', "de"), ('盖', "gai"),
    ('盖', "ge"), ('盛', "sheng"), ('盛', "cheng"), ('相', "xiang"), ('省', "sheng"),
    ('省', "xing"), ('石', "shi"), ('石', "dan"), ('种', "zhong"), ('种', "chong"),
    ('秘', "mi"), ('秘', "bi"), ('筠', "yun"), ('筠', "jun"), ('系', "xi"),
    ('系', "ji"), ('纶', "lun"), ('纶', "guan"), ('绿', "lv"), ('缪', "miao"),
    ('缪', "mou"), ('翟', "zhai"), ('翟', "di"), ('色', "se"), ('茄', "qie"),
    ('茄', "jia"), ('荥', "xing"), ('荥', "ying"), ('莘', "shen"), ('莘', "xin"),
    ('莞', "guan"), ('莞', "wan"), ('落', "luo"), ('蔚', "wei"), ('蔚', "yu"),
    ('藏', "zang"), ('藏', "cang"), ('蚌', "beng"), ('蚌', "bang"), ('行', "hang"),
    ('行', "xing"), ('术', "shu"), ('覃', "qin"), ('覃', "tan"), ('角', "jiao"),
    ('解', "jie"), ('解', "xie"), ('谷', "gu"), ('谷', "yu"), ('说', "shuo"),
    ('调', "diao"), ('调', "tiao"), ('谌', "chen"), ('车', "che"), ('车', "ju"),
    ('载', "zai"), ('还', "hai"), ('还', "huan"), ('适', "shi"), ('邡', "fang"),
    ('郫', "pi"), ('都', "du"), ('都', "dou"), ('鄱', "po"), ('重', "chong"),
    ('重', "zhong"), ('铅', "qian"), ('铅', "yan"), ('长', "chang"), ('长', "zhang"),
    ('降', "jiang"), ('降', "xiang"), ('间', "jian"), ('阿', "a"), ('阿', "e"),
    ('陉', "xing"), ('露', "lu"), ('鸟', "niao"), ('龟', "gui"), ('龟', "qiu"),
];

/// [`READINGS`] by character.
static LISTED: LazyLock<BTreeMap<char, Vec<&str>>> = LazyLock::new(|| {
    let mut listed = BTreeMap::<char, Vec<&str>>::new();
    for (character, reading) in READINGS {
        listed.entry(*character).or_default().push(reading);
    }
    listed
});

/// What one syllable of a way takes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Syllable {
    /// Characters read exactly so.
    Full(String),
    /// Characters whose reading begins so.
    Begins(String),
}

/// The characters that may be read as one syllable.
pub type Called = BTreeSet<char>;

impl Syllable {
    /// The characters that may be read so.
    pub fn characters(&self) -> Called {
        let (Self::Full(start) | Self::Begins(start)) = self;
        let is_full = matches!(self, Self::Full(_));
        let found = CHARACTERS.range(start.clone()..).take_while(|(reading, _)| {
            if is_full { *reading == start } else { reading.starts_with(start.as_str()) }
        });
        found.flat_map(|(_, characters)| characters).copied().collect()
    }
}

/// The readings of a character in names, without tones; `ü` as `v`, and also as `u`.
fn readings(character: char) -> Vec<String> {
    let listed = LISTED.get(&character).into_iter().flatten();
    let mut readings: Vec<String> = listed.map(|reading| (*reading).to_owned()).collect();
    if readings.is_empty() {
        readings.extend(character.to_pinyin().map(|reading| reading.plain().replace('ü', "v")));
    }
    let plain = |reading: &String| reading.contains('v').then(|| reading.replace('v', "u"));
    let also: Vec<String> = readings.iter().filter_map(plain).collect();
    readings.extend(also);
    readings
}

/// The characters by each of their readings.
static CHARACTERS: LazyLock<BTreeMap<String, Vec<char>>> = LazyLock::new(|| {
    let mut characters = BTreeMap::<String, Vec<char>>::new();
    for character in '\u{4e00}'..='\u{9fff}' {
        for reading in readings(character) {
            characters.entry(reading).or_default().push(character);
        }
    }
    characters
});

/// Every syllable, and the beginnings that are none themselves.
static SYLLABLES: LazyLock<BTreeMap<&str, bool>> = LazyLock::new(|| {
    let all = CHARACTERS.keys();
    let ends = all.clone().flat_map(|all| (1..all.len()).filter_map(|end| all.get(..end)));
    let mut syllables: BTreeMap<&str, bool> = ends.map(|start| (start, false)).collect();
    syllables.extend(all.map(|syllable| (syllable.as_str(), true)));
    syllables
});

/// The ways in which a text can be read as pinyin; none if it cannot.
pub fn ways(text: &str) -> Vec<Vec<Syllable>> {
    let folded = folded(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let is_latin = |word: &&str| word.bytes().all(|byte| byte.is_ascii_lowercase());
    if folded.is_empty() || folded.len() > MOST_LETTERS || !words.iter().all(is_latin) {
        return Vec::new();
    }
    let mut ways = vec![Vec::new()];
    for (at, word) in words.iter().enumerate() {
        let word = Cut::of(word, at.saturating_add(1) == words.len());
        let mut longer = Vec::new();
        ways.iter().for_each(|way| word.go_on(0, way, &mut longer));
        ways = longer;
    }
    if ways.is_empty() && words.len() == 1 && folded.len() >= 2 {
        ways.extend(initials(&folded));
    }
    ways
}

/// A word that is cut into syllables.
struct Cut<'a> {
    word: &'a str,
    /// Its last syllable may be unfinished.
    is_last: bool,
    /// Whether the rest from each letter on can be cut at all: else there would be more dead ends
    /// than anybody can walk.
    fits: Vec<bool>,
}

impl<'a> Cut<'a> {
    fn of(word: &'a str, is_last: bool) -> Self {
        let mut cut = Self { word, is_last, fits: vec![false; word.len()] };
        cut.fits.push(true);
        for from in (0..word.len()).rev() {
            let fits = cut.syllables(from).next().is_some();
            if let Some(place) = cut.fits.get_mut(from) {
                *place = fits;
            }
        }
        cut
    }

    /// The syllables that the rest from a letter on may begin with, and where each ends; longer
    /// ones first: "xian" is one before it is two.
    fn syllables(&self, from: usize) -> impl Iterator<Item = (usize, Syllable)> {
        let ends = (from..=self.word.len().min(from.saturating_add(6))).rev();
        ends.filter(|end| self.fits.get(*end) == Some(&true)).filter_map(move |end| {
            let text = self.word.get(from..end)?;
            let is_full = *SYLLABLES.get(text)?;
            if self.is_last && end == self.word.len() {
                return Some((end, Syllable::Begins(text.to_owned())));
            }
            is_full.then(|| (end, Syllable::Full(text.to_owned())))
        })
    }

    /// Adds the ways that go on from a letter after `before`.
    fn go_on(&self, from: usize, before: &[Syllable], ways: &mut Vec<Vec<Syllable>>) {
        if ways.len() >= MOST_WAYS {
            return;
        }
        if from == self.word.len() {
            ways.push(before.to_vec());
            return;
        }
        for (end, syllable) in self.syllables(from) {
            self.go_on(end, &[before, &[syllable]].concat(), ways);
        }
    }
}

/// Each letter as the beginning of a syllable; none if no syllable begins with one of them.
fn initials(letters: &str) -> Option<Vec<Syllable>> {
    let begin = |letter: char| {
        let letter = letter.to_string();
        SYLLABLES.contains_key(letter.as_str()).then_some(Syllable::Begins(letter))
    };
    letters.chars().map(begin).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::{Name, Unit};

    fn is_found(text: &str, name: &str) -> bool {
        let units = Name::of(name).units;
        ways(text).iter().any(|way| {
            units.windows(way.len()).any(|window| {
                window.iter().zip(way).all(|(unit, syllable)| match unit {
                    Unit::Character(character) => syllable.characters().contains(character),
                    Unit::Word(_) => false,
                })
            })
        })
    }

    #[rustfmt::skip]
    const CALLED: &[(&str, &str)] = &[
        ("chongqing", "重庆"), ("zhongqing", "重庆"), ("xiamen", "厦门"), ("changsha", "长沙"),
        ("leqing", "乐清"), ("yueqing", "乐清"), ("luan", "六安"), ("shenxian", "莘县"),
        ("shanxian", "单县"), ("taizhou", "台州"), ("chaoyang", "朝阳"), ("kuaiji", "会稽"),
        ("jiefang", "解放"), ("dasha", "大厦"), ("yinhang", "银行"), ("yinyue", "音乐"),
        ("panyu", "番禺"), ("bengbu", "蚌埠"), ("dongguan", "东莞"), ("lvse", "绿色"),
        ("luse", "绿色"), ("xian", "西安"), ("xi an", "西安"), ("xi'an", "西安"),
        ("xihu", "西湖"), ("xih", "西湖"), ("x", "西湖"), ("hangzhouxihu", "杭州西湖茶业"),
        ("xhcy", "西湖茶业"), ("yxgs", "杭州某某有限公司"), ("nvzhuang", "女装"), ("XiHu", "西湖"),
        ("zhongguo", "中國"),
    ];

    #[test]
    fn places_are_found_as_they_are_called() {
        for (typed, name) in CALLED {
            assert!(is_found(typed, name), "{typed} {name}");
        }
        for (typed, name) in [
            ("xihu", "东湖"),
            ("huxi", "西湖"),
            ("xi u", "西湖"),
            ("x1", "西湖"),
            ("西湖", "西湖"),
            ("", "西湖"),
            ("iu", "西湖"),
            ("xhu", "西湖"),
        ] {
            assert!(!is_found(typed, name), "{typed} {name}");
        }
    }

    #[test]
    fn a_text_is_cut_in_every_way_but_not_without_end() {
        let begins = |text: &str| Syllable::Begins(text.into());
        let two = vec![Syllable::Full("xi".into()), begins("an")];
        assert!(ways("xian").contains(&vec![begins("xian")]) && ways("xian").contains(&two));
        assert_eq!(ways("gs"), [vec![begins("g"), begins("s")]]);
        assert_eq!(ways(&"xian".repeat(16)).len(), MOST_WAYS);
        assert!(ways(&format!("{}ii", "xian".repeat(15))).is_empty(), "and at once");
        assert!(ways(&"a".repeat(2_000)).is_empty(), "no name is that long");
    }
}
