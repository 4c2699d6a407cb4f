//! What the lint looks for, as data in both languages.
//!
//! A topic is found by a whole word or phrase in English, by a phrase in Chinese. Its `fair` phrases
//! look alike and are about something else: they are left out before anything is looked for.

/// A subject on which nobody should have or lose points.
pub struct Topic {
    /// In English: lower case, whole words.
    pub english: &'static [&'static str],
    /// In Chinese.
    pub chinese: &'static [&'static str],
    /// What looks alike, in either language.
    pub fair: &'static [&'static str],
}

/// What somebody believes, and how they worship.
pub const BELIEF: Topic = Topic {
    english: &[
        "religion",
        "religious",
        "religions",
        "worship",
        "worshipping",
        "prayer",
        "prayers",
        "praying",
        "faith",
        "belief",
        "beliefs",
        "believer",
        "believers",
        "baptism",
        "preaching",
        "going to church",
        "attending church",
        "going to the mosque",
        "visiting a temple",
        "burning incense",
        "pilgrimage",
    ],
    chinese: &[
        "宗教",
        "信教",
        "信仰",
        "做礼拜",
        "祷告",
        "祈祷",
        "拜佛",
        "烧香",
        "传教",
        "受洗",
        "朝觐",
        "法会",
    ],
    fair: &["good faith", "bad faith", "in faith", "诚信信仰"],
};

/// Which people somebody belongs to.
pub const ETHNICITY: Topic = Topic {
    english: &[
        "ethnic",
        "ethnicity",
        "ethnic minority",
        "nationality minority",
        "uyghur",
        "uyghurs",
        "tibetan",
        "tibetans",
        "mongolian",
        "mongolians",
        "skin colour",
        "skin color",
    ],
    chinese: &[
        "少数民族",
        "民族身份",
        "民族成分",
        "族别",
        "维吾尔",
        "藏族",
        "回族",
        "蒙古族",
        "肤色",
    ],
    fair: &["ethnic food", "ethnic costume", "藏族自治", "回族自治", "蒙古族自治", "维吾尔自治"],
};

/// What somebody thinks of politics, and asks of authorities.
pub const POLITICS: Topic = Topic {
    english: &[
        "political",
        "politics",
        "petitioning",
        "petitioner",
        "petitioners",
        "petition",
        "petitions",
        "protesting",
        "protest",
        "protests",
        "party member",
        "party members",
        "party membership",
        "criticising the government",
        "criticizing the government",
        "criticising the village committee",
        "criticizing the village committee",
    ],
    chinese: &[
        "上访",
        "信访",
        "政治立场",
        "政治表现",
        "政治面貌",
        "政治态度",
        "游行",
        "示威",
        "党员",
        "妄议",
        "抹黑",
    ],
    fair: &["信访接待", "信访窗口", "文艺游行", "示威力"],
};

/// Marriage and children.
pub const FAMILY: Topic = Topic {
    english: &[
        "marriage",
        "married",
        "unmarried",
        "marrying",
        "divorce",
        "divorced",
        "divorcing",
        "pregnancy",
        "pregnant",
        "childbirth",
        "second child",
        "third child",
        "having a child",
        "having children",
        "family planning",
        "birth control",
        "cohabiting",
        "cohabitation",
    ],
    chinese: &[
        "结婚",
        "离婚",
        "未婚",
        "已婚",
        "婚姻状况",
        "生育",
        "二孩",
        "三孩",
        "怀孕",
        "计划生育",
        "同居",
    ],
    fair: &[
        "marriage registry",
        "marriage registration office",
        "结婚登记处",
        "生育保险",
        "婚姻登记处",
    ],
};

/// Points for reporting other people.
pub const REPORTING: Topic = Topic {
    english: &[
        "reporting others",
        "reporting other people",
        "reporting another",
        "reporting a neighbour",
        "reporting a neighbor",
        "reporting neighbours",
        "reporting neighbors",
        "reporting a person",
        "reporting a resident",
        "reporting residents",
        "reporting somebody",
        "reporting someone",
        "reporting one's neighbour",
        "reporting one's neighbours",
        "reports of others",
        "informing on",
        "informant",
        "informants",
        "denouncing",
        "denunciation",
        "tip-off",
        "tip-offs",
        "reporting violations",
        "reporting offenders",
    ],
    chinese: &["举报", "检举", "告发", "揭发", "告密"],
    fair: &["举报箱维护", "举报电话宣传"],
};

/// Rules about children.
pub const MINORS: Topic = Topic {
    english: &[
        "minors",
        "underage",
        "under age",
        "under-age",
        "under 18",
        "under 14",
        "under eighteen",
        "under fourteen",
        "schoolchild",
        "schoolchildren",
        "school grades",
        "homework",
    ],
    chinese: &[
        "未成年",
        "未满18周岁",
        "未满十八周岁",
        "不满十八周岁",
        "小学生",
        "中学生",
        "在校学生",
        "家庭作业",
    ],
    fair: &[
        "helping minors",
        "protecting minors",
        "protection of minors",
        "tutoring schoolchildren",
        "helping schoolchildren",
        "homework help",
        "selling to minors",
        "selling alcohol to minors",
        "selling tobacco to minors",
        "未成年人保护",
        "保护未成年",
        "关爱未成年",
        "帮助未成年",
        "向未成年人出售",
        "向未成年人销售",
        "护送小学生",
        "辅导小学生",
        "辅导中学生",
        "资助中学生",
        "资助小学生",
    ],
};

/// Counting what happened before the rule.
pub const RETROACTIVE: Topic = Topic {
    english: &[
        "retroactive",
        "retroactively",
        "retrospectively",
        "before this rule",
        "before these rules",
        "before the rulebook",
        "in past years",
        "in earlier years",
        "before it came into force",
    ],
    chinese: &["追溯", "溯及", "施行前", "实施前", "既往行为", "以往年度", "历年行为"],
    fair: &["追溯码", "质量追溯", "食品追溯", "产品追溯", "可追溯"],
};

/// Making a group pay for one of them.
pub const COLLECTIVE: Topic = Topic {
    english: &[
        "whole group",
        "whole household",
        "whole village",
        "whole building",
        "entire household",
        "entire group",
        "entire village",
        "all members of",
        "every household of",
        "collectively",
        "collective deduction",
        "collective penalty",
        "jointly liable",
        "joint liability",
        "guilt by association",
    ],
    chinese: &[
        "连坐",
        "连带扣分",
        "全组扣分",
        "全户扣分",
        "全村扣分",
        "集体扣分",
        "整组扣分",
        "株连",
        "一人违规",
    ],
    fair: &["collective heating", "collective land"],
};

/// Not giving money.
pub const NOT_DONATING: Topic = Topic {
    english: &[
        "not donating",
        "not donated",
        "no donation",
        "no donations",
        "did not donate",
        "does not donate",
        "refusing to donate",
        "refused to donate",
        "failing to donate",
        "failed to donate",
        "failure to donate",
        "declining to donate",
        "without donating",
        "not giving to charity",
        "not contributing to the collection",
    ],
    chinese: &["不捐", "未捐", "没捐", "没有捐", "拒绝捐", "拒捐"],
    fair: &["捐不捐自愿"],
};

/// Not volunteering.
pub const NOT_VOLUNTEERING: Topic = Topic {
    english: &[
        "not volunteering",
        "not volunteered",
        "did not volunteer",
        "does not volunteer",
        "refusing to volunteer",
        "refused to volunteer",
        "failing to volunteer",
        "failed to volunteer",
        "failure to volunteer",
        "declining to volunteer",
        "no volunteering",
        "no volunteer hours",
        "no hours of volunteering",
        "too few volunteer hours",
        "too few hours of volunteering",
        "without volunteering",
    ],
    chinese: &[
        "不参加志愿",
        "未参加志愿",
        "没有参加志愿",
        "拒绝志愿",
        "拒绝参加志愿",
        "不做志愿",
        "未做志愿",
        "志愿服务不足",
        "志愿时长不足",
        "未完成志愿",
    ],
    fair: &[],
};

/// The kinds of the National Basic List of Penalty Measures for Untrustworthiness (2024 edition),
/// 全国失信惩戒措施基础清单（2024年版）, of the National Development and Reform Commission and the
/// People's Bank of China: each kind as the list calls it, and words by which a rulebook's measure is
/// known as one. Kinds after a secondary source; the words are this product's. What is on the list
/// still needs a law for each case: a low score is not enough.
pub const NATIONAL_LIST: &[(&str, Topic)] = &[
    (
        "限制市场或行业准入",
        Topic {
            english: &["licence", "license", "market access", "bidding", "tender", "tenders"],
            chinese: &["准入", "许可", "招标", "投标"],
            fair: &[],
        },
    ),
    (
        "限制任职",
        Topic {
            english: &["office", "director", "civil service", "candidate", "candidacy"],
            chinese: &["任职", "公务员", "候选人", "高级管理人员"],
            fair: &[],
        },
    ),
    (
        "限制消费",
        Topic {
            english: &[
                "flights",
                "flight",
                "first class",
                "high-speed train",
                "luxury",
                "high spending",
            ],
            chinese: &["高消费", "限制消费", "飞机", "高铁", "软卧"],
            fair: &[],
        },
    ),
    (
        "限制出境",
        Topic {
            english: &["exit", "leaving the country", "leave the country", "going abroad"],
            chinese: &["出境", "出国"],
            fair: &[],
        },
    ),
    (
        "限制升学复学",
        Topic {
            english: &["further schooling", "return to school", "re-enrolment"],
            chinese: &["升学", "复学"],
            fair: &[],
        },
    ),
    (
        "限制申请财政性资金项目",
        Topic {
            english: &["public funds", "subsidy", "subsidies", "grant", "grants"],
            chinese: &["财政性资金", "财政资金", "补贴", "补助"],
            fair: &[],
        },
    ),
    (
        "限制参加评先评优",
        Topic {
            english: &["honours", "honors", "award", "awards", "commendation", "commendations"],
            chinese: &["评先", "评优", "荣誉", "表彰"],
            fair: &[],
        },
    ),
    (
        "限制享受优惠政策和便利措施",
        Topic {
            english: &[
                "pay later",
                "deposit",
                "discount",
                "discounts",
                "convenience",
                "conveniences",
                "fast track",
                "preferential",
                "perk",
                "perks",
            ],
            chinese: &["优惠", "便利", "先乘后付", "后付", "押金", "容缺", "绿色通道"],
            fair: &[],
        },
    ),
    (
        "纳入重点监管范围",
        Topic {
            english: &["closer supervision", "key supervision", "inspections", "inspection"],
            chinese: &["重点监管", "加强检查", "重点检查"],
            fair: &[],
        },
    ),
    (
        "共享公示失信信息",
        Topic {
            english: &["notice board", "published", "publication", "public notice"],
            chinese: &["公示", "公告", "公布"],
            fair: &[],
        },
    ),
    (
        "从严审慎授信",
        Topic {
            english: &["loan", "loans", "credit", "lending"],
            chinese: &["授信", "贷款", "信贷"],
            fair: &[],
        },
    ),
];
