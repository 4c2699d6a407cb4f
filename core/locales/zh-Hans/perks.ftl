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

benefit-since = 起始日期
benefit-until = 截止日期
benefit-no-end = 没有写明截止日期
benefit-closed = 目前不能享受
benefit-not-in-force = 目前不适用
benefit-at-ends = 低于{ $line }分就终止。
benefit-at-begins = 达到{ $line }分就可以享受。
benefit-at-lifts = 达到{ $line }分就解除。
benefit-at-applies = 低于{ $line }分才会生效。
benefit-short = 还差{ $points }分
benefit-spare = 高出{ $points }分
benefit-stars-held = 只要有一类少于{ $least }星就终止。
benefit-stars-missing = 每一类都达到{ $least }星就可以享受。还不够的：{ $names }。
benefit-fixed = 分数高低不影响这一项。
benefit-on-ends = 如果没有新增内容，它将于{ $date }终止。
benefit-on-begins = 如果没有新增内容，{ $date }起可以享受。
benefit-on-lifts = 如果没有新增内容，它将于{ $date }解除。
benefit-on-applies = 如果没有新增内容，它将于{ $date }生效。
benefit-no-date = 已经确定的日期都不会改变它。
benefit-withdrawn-ends = 如果没有“{ $entry }”这条明细，它会终止。
benefit-withdrawn-begins = 如果没有“{ $entry }”这条明细（例如异议成立），就可以享受。
benefit-withdrawn-lifts = 如果没有“{ $entry }”这条明细（例如异议成立），它会解除。
benefit-withdrawn-applies = 如果没有“{ $entry }”这条明细，它会生效。

till-until = 截至{ $date }（含当日）
till-no-end = 没有写明截止日期
till-today = 今天是{ $date }
till-signed = 由{ $authority }签名。这部手机上次核验：{ $ago }。
till-unknown = 由{ $authority }签名。现在是否仍然有效，这部手机无法判断；上次询问：{ $ago }。
till-caution = 这一页显示的是这部手机核验过的内容，单凭这一页不能向他人证明什么。

problem-no-benefit = 最新的对账单和评分规则中都没有这项优待或限制。
  .safe = 没有任何改动。
  .todo = 请返回列表，那里是现在有的各项。
problem-perk-not-open = 您今天不能享受这一项。
  .safe = 没有任何改动。
  .todo = 这一项的页面写明了怎样才会改变。
problem-perk-not-in-force = 给出这一项的对账单已经不再有效。
  .safe = 对账单仍保存在这部手机上。
  .todo = 请同步后查看最新的对账单。
