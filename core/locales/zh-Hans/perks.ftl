# 等级和星级带来的激励与限制。
perks-heading = 第{ $seq }期：{ $score }（满分{ $max }），{ $tier }
perks-no-rulebook = 本手机上没有这期对账单所依据的评分规则。以下列出的内容有效，其理由要到下次同步后才能核验。
perks-open = 您可以享受
  .none = 目前没有开放的激励。
perks-in-force = 对您生效的限制
  .none = 没有对您生效的限制。
perks-closed = 尚未开放
  .none = 规则中的激励均已开放。
perks-not-in-force = 不适用于您的限制
  .none = 规则没有列出其他限制。
perks-unknown-condition = 条件写在评分规则中，而本手机上没有这份规则。
perks-not-in-rulebook = 评分规则中没有这一项。

perk-since = 自{ $since }起开放。
perk-since-until = { $since }至{ $until }开放。
perk-from = 将于{ $since }开放。
perk-was = 曾于{ $since }至{ $until }开放。
restriction-since = 自{ $since }起生效。
restriction-since-until = 自{ $since }起生效，{ $until }结束。
restriction-from = 将于{ $since }生效。
restriction-was = 曾于{ $since }至{ $until }生效。

standing-have = 您现有{ $score }分。
standing-short = 您现有{ $score }分，还差{ $far }分。
standing-ends-at = 您现有{ $score }分。达到{ $from }分后不再适用，还差{ $far }分。
standing-stars = 每一类均已达到。
standing-stars-missing = 尚未达到：{ $names }。
standing-category = { $name }（{ $stars }星）

perk-missing = 按评分规则和本手机的算分结果{ $score }，此项应当开放，对账单却未列出，可向机构询问。
perk-unfounded = 对账单列出了此项；按评分规则和本手机的算分结果{ $score }，此项不应开放。
restriction-missing = 按评分规则和本手机的算分结果{ $score }，此项本应适用，对账单没有列出。
restriction-unfounded = 对账单列出了此项；按评分规则和本手机的算分结果{ $score }，此项不应生效，您可以提出异议。
