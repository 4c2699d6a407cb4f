# 等级和星级带来的激励与限制。
perks-heading = 第{ $seq }期：{ $score }分（满分{ $max }），{ $tier }
perks-no-rulebook = 这部手机上没有这期对账单的评分规则。以下只是对账单列出的内容，理由要到下次同步后才能显示。
perks-open = 您可以享受
  .none = 目前没有可以享受的优待。
perks-in-force = 对您生效的限制
  .none = 没有对您生效的限制。
perks-closed = 暂时不能享受
  .none = 评分规则中的优待您都可以享受。
perks-not-in-force = 不适用于您的限制
  .none = 评分规则没有其他限制。
perks-unknown-condition = 条件写在评分规则中，而这部手机上没有这份规则。
perks-not-in-rulebook = 评分规则中没有这一项。
perks-unnamed = 项目“{ $id }”（名称写在评分规则中）

perk-since = { $since }起可以享受。
perk-since-until = { $since }到{ $until }（含当日）可以享受。
perk-from = { $since }起可以享受。
perk-was = { $since }到{ $until }（含当日）曾可以享受。
restriction-since = { $since }起生效。
restriction-since-until = { $since }到{ $until }（含当日）生效。
restriction-from = { $since }起生效。
restriction-was = { $since }到{ $until }（含当日）曾生效。

standing-have = 您现有{ $score }分。
standing-short = 您现有{ $score }分，还差{ $far }分。
standing-ends-at = 您现有{ $score }分，达到{ $from }分即解除，还差{ $far }分。
standing-stars = 每一类都已达到。
standing-stars-missing = 星级还不够：{ $names }。
standing-category = { $name }（{ $stars }星）

perk-missing = 按评分规则和这部手机算出的{ $score }分，您应当享受这一项，对账单却没有列出。请向机构询问原因。
perk-unfounded = 对账单列出了这一项；按评分规则和这部手机算出的{ $score }分，本不应列出。您不必做什么，机构可能会更正。
restriction-missing = 按评分规则和这部手机算出的{ $score }分，这一项本应生效，对账单没有列出。
restriction-unfounded = 对账单列出了这一项；按评分规则和这部手机算出的{ $score }分，不应对您生效。您可以提出异议。
