# 各项内容有多新。
fresh-all = 这部手机上的内容都在有效期内。
fresh-some = { $n }项中有{ $stale }项已过期或无法确认。
fresh-ask = 请同步后查看。
fresh-never-asked = 还没有同步过。
  .word = 暂时无法核验

fresh-statements = { $authority }的对账单
fresh-statements-all = 共{ $of }期，已有{ $here }期；上次同步：{ $ago }，有效期到{ $until }。
  .word = 在有效期内
fresh-statements-gap = 共{ $of }期，送达这部手机{ $here }期。上次同步：{ $ago }。
  .word = 不完整
fresh-statements-old = 共{ $of }期，已有{ $here }期；上次同步：{ $ago }。答复的有效期到{ $until }，可能已有新一期。
  .word = 已过期
fresh-statements-ahead = 共{ $of }期，已有{ $here }期。答复上签名的时间晚于手机时间，两者中有一个不准。
  .word = 暂时无法核验

fresh-rulebook = { $authority }的评分规则
fresh-rulebook-none = 这部手机上还没有对账单写明用哪一版。机构密钥表写的是第{ $now }版。
  .word = 暂时无法核验
fresh-rulebook-missing = 这部手机上没有第{ $version }版。
  .word = 暂时无法核验
fresh-rulebook-old = 第{ $version }版。机构密钥表是{ $ago }核对的，已过期，因此不知道有没有新版。
  .word = 已过期
fresh-rulebook-newer = 最新一期对账单用的是第{ $version }版。机构现已改用第{ $now }版。
  .word = 已有新版
fresh-rulebook-same = 第{ $version }版，即目前使用的版本。机构密钥表{ $ago }核对。
  .word = 在有效期内

fresh-rulebook-refused = 机构现用第{ $now }版，但公布的文件无法使用：{ $reason }。这部手机上原有的内容保持不变。
  .word = 无法使用
fresh-calendar = { $year }年{ $region }工作日安排
fresh-calendar-held = 最新的安排无法使用：{ $reason }。仍按上一份计算。
  .word = 无法使用
fresh-calendar-refused = 这份安排无法使用：{ $reason }。计算时只除去周末。
  .word = 无法使用
fresh-refused-ask = 请联系机构，要求改正后重新公布。
fresh-refused-update = 请更新明账，然后同步。

fresh-trust-authority = { $who }的机构密钥表
fresh-trust-register = 企业库的机构密钥表：{ $who }
fresh-trust-good = { $ago }核对，有效期到{ $until }。
  .word = 在有效期内
fresh-trust-old = { $ago }核对，有效期已于{ $until }结束。
  .word = 已过期

fresh-trust-edition = 第{ $version }版，标记{ $mark }。另一部同样刚同步过的手机上，这份密钥表的版本和标记应当与此相同。

fresh-register = 企业库：{ $publisher }
fresh-products = 商品条码表：{ $publisher }
fresh-list = 名单：{ $lister }
fresh-list-missing = 这份名单还没有送达这部手机。
  .word = 暂时无法核验
fresh-dated-good = { $date }版，共{ $rows }条；下次更新：{ $due }，{ $away }。
  .word = 在有效期内
fresh-dated-due = { $date }版，共{ $rows }条。应更新日期：{ $due }，{ $away }。
  .word = 已过期
fresh-dated-expired = { $date }版，共{ $rows }条。签名有效期到{ $until }。
  .word = 已过期

fresh-clock = 手机时间
fresh-clock-ask = 请同步，以便与签名的时间核对。
fresh-clock-set = 请在手机设置的“日期和时间”中打开“自动设置”。
fresh-clock-compare = 请与别的钟表核对。
clock-unknown = 还没有收到可以对照的签名时间。
  .word = 暂时无法核验
clock-right = 与{ $who }签名的时间一致。
  .word = 准确
clock-right-behind = 比{ $who }签名的时间慢{ $by }。
  .word = 准确
clock-right-ahead = 比{ $who }签名的时间快{ $by }。
  .word = 准确
clock-other-behind = 与{ $agrees }一致。{ $who }的时间慢{ $by }，可能是它不准。
  .word = 准确
clock-other-ahead = 与{ $agrees }一致。{ $who }的时间快{ $by }，可能是它不准。
  .word = 准确
clock-phone-behind = 慢{ $by }：{ $who }的时间彼此一致，可能是这部手机的时间不准。
  .word = 偏慢
clock-phone-ahead = 快{ $by }：{ $who }的时间彼此一致，可能是这部手机的时间不准。
  .word = 偏快
clock-set-back = 至少被调慢了{ $by }：这部手机以前记过更晚的时间。
  .word = 偏慢
clock-differs-behind = 比{ $who }签名的时间慢{ $by }，在这里无法判断是哪一个不准。
  .word = 暂时无法核验
clock-differs-ahead = 比{ $who }签名的时间快{ $by }，在这里无法判断是哪一个不准。
  .word = 暂时无法核验
