//! What people type, and what they mean by it: a table of traps.

use super::tests::{organisation, register};
use super::{Class, Query};
use crate::OrganisationRow;

/// The names of the register, with their English ones.
const NAMES: [(&str, Option<&str>); 24] = [
    ("茶", None),
    ("茶業", None),
    ("西湖茶业", Some("West Lake Tea House")),
    ("西湖茶业有限公司", None),
    ("湖州茶州茶店", None),
    ("杭州ABC科技有限公司", None),
    ("中国（杭州）石油", None),
    ("7天酒店", None),
    ("长沙车行", None),
    ("欧莱雅", Some("L\u{2019}Oréal")),
    ("雀巢", Some("Nestlé")),
    ("西安大厦", Some("Xi'an Tower")),
    ("西安银行", None),
    ("湖州特安科技", None),
    ("重庆火锅", None),
    ("重新庆典", None),
    ("厦门面馆", None),
    ("乐清电器", None),
    ("六安瓜片", None),
    ("绿源商店", Some("Green Steak Co., Ltd.")),
    ("鲁源商店", None),
    ("𠮷野家", None),
    ("公司公司有限", None),
    ("有限合作社", None),
];

/// Each line: what is typed, and what it finds, in order. Before a name stands why it is there:
/// `=` it is the name, `<` the name begins so, `~` the name holds it, `+` the name holds its pieces,
/// `♪` the name is read so.
const TRAPS: &[(&str, &str)] = &[
    ("茶", "=茶 <茶業 ~西湖茶业 ~湖州茶州茶店 ~西湖茶业有限公司"),
    ("业", "~茶業 ~西湖茶业 ~西湖茶业有限公司"),
    ("（", ""),
    ("茶業", "=茶業 ~西湖茶业 ~西湖茶业有限公司"),
    ("西", "<西湖茶业 <西安大厦 <西安银行 <西湖茶业有限公司"),
    ("西湖", "<西湖茶业 <西湖茶业有限公司"),
    ("湖茶", "~西湖茶业 ~西湖茶业有限公司"),
    ("公司", "<公司公司有限 ~西湖茶业有限公司 ~杭州ABC科技有限公司"),
    ("有限公司", "~西湖茶业有限公司 ~杭州ABC科技有限公司"),
    ("州茶店", "~湖州茶州茶店"),
    ("西湖茶业", "=西湖茶业 <西湖茶业有限公司"),
    ("西湖茶業有限公司", "=西湖茶业有限公司"),
    ("西湖 有限", "+西湖茶业有限公司"),
    ("有限 西湖", "+西湖茶业有限公司"),
    ("茶 州", "~湖州茶州茶店"),
    ("州 茶", "~湖州茶州茶店"),
    ("州州", ""),
    ("公司 公司", "<公司公司有限 +西湖茶业有限公司 +杭州ABC科技有限公司"),
    ("湖西", ""),
    ("ＡＢＣ", "~杭州ABC科技有限公司"),
    ("abc科", "~杭州ABC科技有限公司"),
    ("州abc", "~杭州ABC科技有限公司"),
    ("bc", ""),
    ("（中国）", "<中国（杭州）石油"),
    ("(中国)", "<中国（杭州）石油"),
    ("中国石油", ""),
    ("7天", "<7天酒店"),
    ("７天", "<7天酒店"),
    ("天酒", "~7天酒店"),
    ("茶%", "=茶 <茶業 ~西湖茶业 ~湖州茶州茶店 ~西湖茶业有限公司"),
    ("茶_业", "=茶業 ~西湖茶业 ~西湖茶业有限公司"),
    ("*", ""),
    ("西?湖", "<西湖茶业 <西湖茶业有限公司"),
    ("\"西湖\"", "<西湖茶业 <西湖茶业有限公司"),
    ("西湖*", "<西湖茶业 <西湖茶业有限公司"),
    ("⻓沙", "<长沙车行"),
    ("長沙車", "<长沙车行"),
    ("长沙车行", "=长沙车行"),
    ("⼤厦", "~西安大厦"),
    ("麵館", "~厦门面馆"),
    ("面馆", "~厦门面馆"),
    ("㈱", ""),
    ("loreal", "=欧莱雅"),
    ("L'Oréal", "=欧莱雅"),
    ("l’oreal", "=欧莱雅"),
    ("l oreal", ""),
    ("nestle", "=雀巢"),
    ("nestle\u{301}", "=雀巢"),
    ("NESTLÉ", "=雀巢"),
    ("ｎｅｓｔｌｅ", "=雀巢"),
    (
        "xian",
        "<西安大厦 ♪西安银行 ♪有限合作社 ♪公司公司有限 ♪西湖茶业有限公司 ♪杭州ABC科技有限公司",
    ),
    ("xi an", "♪西安大厦 ♪西安银行"),
    (
        "xi'an",
        "<西安大厦 ♪西安银行 ♪有限合作社 ♪公司公司有限 ♪西湖茶业有限公司 ♪杭州ABC科技有限公司",
    ),
    ("tea", "~西湖茶业 ♪湖州特安科技"),
    ("tea house", "~西湖茶业"),
    ("tea-house", "~西湖茶业"),
    ("TEA", "~西湖茶业 ♪湖州特安科技"),
    ("ea", ""),
    ("house tea", "+西湖茶业"),
    ("teahou", ""),
    ("xihu", "♪西湖茶业 ♪西湖茶业有限公司"),
    ("xih", "♪西湖茶业 ♪西湖茶业有限公司"),
    ("xi hu", "♪西湖茶业 ♪西湖茶业有限公司"),
    ("xhcy", "♪西湖茶业 ♪西湖茶业有限公司"),
    ("xhcyyxgs", "♪西湖茶业有限公司"),
    ("yxgs", "♪西湖茶业有限公司 ♪杭州ABC科技有限公司"),
    ("changsha", "♪长沙车行"),
    ("zhangsha", "♪长沙车行"),
    ("chongqing", "♪重庆火锅"),
    ("zhongqing", "♪重庆火锅"),
    ("cq", "♪重庆火锅"),
    ("xiamen", "♪厦门面馆"),
    ("shamen", "♪厦门面馆"),
    ("yueqing", "♪乐清电器"),
    ("leqing", "♪乐清电器"),
    ("luan", "♪六安瓜片"),
    ("yinhang", "♪西安银行"),
    ("dasha", "♪西安大厦"),
    ("lv", "♪绿源商店"),
    ("lu", "♪六安瓜片 ♪绿源商店 ♪鲁源商店"),
    ("huzhou", "♪湖州茶州茶店 ♪湖州特安科技"),
    ("zzz", ""),
    ("𠮷", "<𠮷野家"),
    ("龘", ""),
    ("    ", ""),
];

fn classes(query: &Query, rows: &[OrganisationRow], sign: Option<char>) -> Vec<String> {
    let signed = rows.iter().map(|row| {
        let class = query.rank(&row.organisation).map(|rank| rank.class);
        let sign = sign.unwrap_or(match class {
            Some(Class::Exact) => '=',
            Some(Class::Begins) => '<',
            Some(Class::Holds) => '~',
            Some(Class::Near) => '+',
            None => '!',
        });
        format!("{sign}{}", row.organisation.name)
    });
    signed.collect()
}

#[test]
fn traps_are_found_as_a_person_expects() {
    let rows = NAMES.iter().zip(1..).map(|((name, en), number)| organisation(number, name, *en));
    let register = register(rows.collect());
    let mut wrong = Vec::new();
    for (typed, expected) in TRAPS {
        let found = Query::of(typed).map_or_else(Vec::new, |query| {
            let found = register.store.read_register(|tx| tx.search(&query, 50)).unwrap();
            let (rows, near) = (&found.rows, &found.near);
            [
                classes(&query, rows, None),
                classes(&query, near, None),
                classes(&query, &found.sound, Some('♪')),
            ]
            .concat()
        });
        let found = found.join(" ");
        if found != *expected {
            wrong.push(format!("    ({typed:?}, {found:?}),"));
        }
    }
    assert!(TRAPS.len() >= 60);
    assert!(wrong.is_empty(), "otherwise than expected:\n{}", wrong.join("\n"));
}
