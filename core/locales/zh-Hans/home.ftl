# 首页、对账单、记录项及其核验。
never = 尚未核验
proof-line = { $authority }，截至{ $date }。核验：{ $ago }。

check-signed = 签名
check-signed-holds = 由{ $authority }签名，签名后没有改动过（密钥{ $key }）。
  .mark = 签名有效
check-signed-compromised = 签名用的密钥可能已泄露，{ $authority }已于{ $date }停用。
  .mark = 签名暂时无法核验
  .todo = 请联系{ $authority }重新签发这期对账单。
check-signed-fails = 这期对账单没有通过签名核验：{ $reason }。
  .mark = 签名核验未通过
  .todo = 请不要以它为准，并拿给{ $authority }看。
check-allowed = 是否在名单内
check-allowed-holds = { $authority }在机构密钥表中，列为可签发评分的机构；这份密钥表已由您信上的绑定码证明。法律是否允许这样评分，明账无法判断。
  .mark = 在名单内
check-allowed-fails = 机构密钥表没有把{ $authority }列为可签发评分的机构。
  .mark = 不在名单内
  .todo = 请不要以这个分数为准，可到这家机构当面询问由谁评分。
check-allowed-not-in-use = 对账单所写的时间，密钥还没有启用或已经停用。
  .mark = 密钥不在使用期内
  .todo = 请不要以它为准，并拿给{ $authority }看。
check-allowed-unknown = 签名核验通过后，才能核对这一项。
  .mark = 是否在名单内暂时无法核验
  .todo = 请先查看签名这一项核验。
check-signed-old = 由评分机构签名，但这部手机上的机构密钥表只到{ $date }有效。
  .mark = 签名暂时无法核验
  .todo = 请同步，获取最新的机构密钥表。
check-signed-unread = 由机构签名，但其最新的机构密钥表采用了新格式，本版本的明账无法读取。
  .mark = 签名暂时无法核验
  .todo = 请更新明账。
check-allowed-unread = 最新的机构密钥表采用了新格式，本版本的明账无法读取。
  .mark = 是否在名单内暂时无法核验
  .todo = 请更新明账。
check-allowed-old = 这部手机上的机构密钥表只到{ $date }有效。
  .mark = 是否在名单内暂时无法核验
  .todo = 请同步，获取最新的机构密钥表。
check-in-force = 是否有效
check-in-force-holds = 共{ $n }期，这是最新一期，没有被撤回。
  .mark = 目前有效
check-in-force-replaced = 没有被撤回。现以第{ $newest }期为准。
  .mark = 已被第{ $newest }期取代
check-in-force-withdrawn = { $authority }已于{ $date }撤回：“{ $why }”
  .mark = 已于{ $date }撤回
  .todo = 请向{ $authority }索要替换后的对账单。
check-in-force-superseded = 此后{ $authority }签发了第{ $n }期，格式较新，本版本的明账无法读取。
  .mark = 已被无法读取的一期取代
  .todo = 请更新明账。
check-in-force-old = 上次答复距今{ $days }天，一次答复的有效期是{ $life }天。
  .mark = 是否有效暂时无法核验
  .todo = 请同步后查看。
check-in-force-clock = 这部手机的时间比{ $authority }签名的时间慢{ $by }，两者中有一个不准。
  .mark = 是否有效暂时无法核验
  .todo = 请与别的钟表核对。如果是手机不准，请在手机设置的“日期和时间”中打开“自动设置”。
check-in-force-never = 这部手机还没有与{ $authority }同步过。
  .mark = 是否有效暂时无法核验
  .todo = 请同步后查看。
check-in-force-before = { $authority }上次的答复只到第{ $n }期，而这是第{ $seq }期：答复较旧。
  .mark = 是否有效暂时无法核验
  .todo = 请同步后查看。
check-in-force-other = { $authority }上次的答复中，第{ $n }期是另一份对账单：出现了两份。
  .mark = 以另一份为准
  .todo = 请不要以它为准，并询问{ $authority }以哪一份为准。也可能只是差错。
check-adds-up = 算分
check-adds-up-holds = 这部手机按评分规则把起始分、星级和各条明细重新加了一遍，结果也是{ $score }分。
  .mark = 算分无误
check-adds-up-fails = 对账单上写的是{ $stated }分，这部手机算出来是{ $worked-out }分，共{ $n }处不符。
  .mark = 算分有误
  .todo = 打开算分明细可以看到每处不符，也可以拿给{ $authority }看。
check-adds-up-unknown = 这部手机上没有这期对账单所用的评分规则。
  .mark = 暂时无法核算
  .todo = 请同步以获取评分规则。
check-complete = 是否连续
check-complete-holds = 第1期到第{ $last }期都在这部手机上，前后相接，没有缺期。
  .mark = 期次连续
check-complete-replaced = { $authority }于{ $date }替换了第{ $n }期。原来的一份仍保留在这部手机上。
  .mark = 已替换
  .todo = 请在“请先看这里”中对照两份；如果差别重要，请询问{ $authority }。
check-complete-later = 这部手机上的对账单从第{ $first }期开始。此前的内容未知，并非有误。
  .mark = 不是从第1期开始
  .todo = 请向{ $authority }索要更早的对账单。
check-complete-unread = 第{ $n }期采用了新格式，本版本的明账无法读取，内容未知。
  .mark = 有一期无法读取
  .todo = 请更新明账。
check-complete-extended = 其中还有本版本的明账不认识的内容：{ $what }。
  .mark = 有不认识的内容
  .todo = 请更新明账，或向{ $authority }询问其含义。
extension = “{ $name }”：{ $text }
check-complete-disowned = 这部手机上有些对账单，签名用的密钥已被{ $authority }停用。重新签名之前，无法判断各期是否齐全。
  .mark = 是否连续暂时无法核验
  .todo = 请同步。如果仍然如此，请联系{ $authority }重新签名。
check-complete-fails = 这部手机上的对账单有缺失，或前后对不上。已收到的内容都保留着。
  .mark = 前后对不上
  .todo = 请打开首页上的“请先看这里”查看提醒，并拿给{ $authority }看。也可能只是差错。

rests-on-keys = 依据：{ $ago }核对的机构密钥表。
rests-on-head = 依据：评分机构{ $ago }签名的答复。
rests-on-rulebook = 依据：已签名的明细和星级，以及第{ $version }版评分规则。
rests-on-statements = 依据：这部手机上的{ $n }期对账单。

# 签名文件不可信的原因。
trust-too-large = 超过了此类文件的最大长度
trust-form = 不符合签名文件的格式
trust-wrong-typ = 是另一类文件
trust-unknown-key = 签名的密钥不在机构密钥表中
trust-bad-signature = 内容被改动过，或由他人签名
trust-payload = { $which ->
    [rule-1-7-1] 其中某一部分缺失、不认识，或者形式不对
    [rule-1-7-2] 其中某一部分出现了两次
    [rule-1-7-3] 其中的数不是整数，或者过大
    [rule-1-7-4] 内容过长、层次过深，或者用了不允许的字符
    [rule-1-7-5] 前后多了别的内容
    [rule-1-7-6] 其中的哈希值、密钥或随机值写法不对
    [rule-1-8] 其中的编号不合规定
    [rule-1-13] 其中含有形似居民身份证号码的内容
    [rule-1-14] 其中的分值过大
    [rule-2-1-2] 其中的日期或时区写法不对
   *[other] 内容的形式不合约定
  }
trust-cited = { $reason }（协议规则{ $rule }）
trust-later = 采用了新格式，这个版本的明账无法读取
trust-wrong-issuer = 写明的机构与签名的机构不同
trust-outside-remit = 这家机构不在可签发此类文件的名单内
trust-key-not-in-use = 所写的时间，密钥还没有启用或已经停用
trust-key-compromised = 密钥可能已泄露，已停用
trust-wrong-resident = 属于另一位居民
trust-wrong-answer = 不是对这部手机此次查询的答复
trust-contradiction = 内容自相矛盾

statement-title = 第{ $seq }期信用对账单
statement-heading = { $score }分是怎样算出来的
statement-period = { $from }至{ $to } · 第{ $version }版评分规则
score-of = 满分{ $max }
score-before = 上一期：{ $score }分（截至{ $date }）
home-empty = 还没有对账单送达这部手机。请同步获取。
home-no-rulebook = 对账单已在这部手机上，但缺少它的评分规则。请同步后查看分数。
home-disowned = 这部手机上的对账单，签名用的密钥已被{ $authority }停用。重新签名之前，不显示分数。
home-changes = { $date }以来的变化
home-synced = 上次同步：{ $ago }。
home-never-synced = 这部手机还没有与{ $authority }同步过。
stars-text = { $stars }星（共{ $of }星）
stars-set = { $by }于{ $date }评定。
stars-reason = 理由：{ $reason }
stars-document = 文号：{ $document }。
stars-notified = 评分机构称已于{ $date }告知您。
stars-before = 此前为{ $stars }星，自{ $date }起。
sentence-space = { "" }
stars-short = { $name }：{ $stars }星（共{ $of }星）
told-yes = 告知书于{ $date }送达这部手机：“{ $text }”
told-no = 自您{ $date }绑定以来，这部手机没有收到关于这一条的告知书。纸质信件这里看不到。
told-says = { $authority }称已于{ $date }告知您。自您{ $joined }绑定以来，这部手机没有收到这份告知书。纸质信件这里看不到。
told-says-before = { $authority }称已于{ $date }告知您。那时这部手机还没有绑定（{ $joined }绑定），因此当时的告知书这里看不到。

change-new = 发生于{ $date }
entry-not-here = 一条不在这部手机上的明细
change-state = 由“{ $from }”变为“{ $to }”
change-contested = 异议处理中。作出决定之前仍然计分。
change-contested-authority = 有机关提出异议。作出决定之前仍然计分。
change-not-contested = 异议处理已结束。
change-gone = 对账单中已没有这一项。
change-tier = 等级：{ $from } → { $to }
change-rules = 评分规则有变：{ $id }，第{ $from }版 → 第{ $to }版
change-rulebook = 改用另一部评分规则：{ $from-id }，第{ $from }版 → { $id }，第{ $to }版
change-stars = { $name }：{ $from }星 → { $to }星
change-began = 开始：{ $name }
change-ended = 结束：{ $name }
state-active = 计分
state-withdrawn = 已撤销
state-ended = 不再计分

ledger-start = 起始分
ledger-stars = { $name }：{ $stars }星（共{ $of }星）
ledger-not-yet = 发生在本期最后一天之后。
ledger-ended = 原为{ $points }分，已于{ $date }到期失效。
ledger-ended-early = 原为{ $points }分，已不再计分。
ledger-withdrawn = 原为{ $points }分，已撤销。理由：“{ $reason }”
ledger-over-cap = 不计分：在它之前的明细已达到这条规则{ $year }年的计分次数上限。
ledger-unknown = 不计分：评分规则中没有这一条。
ledger-unknown-stars = 不计分：评分规则中没有这种星级。
ledger-replaced = 不计分：已被后来评定的星级取代。
ledger-set-later = 评定于{ $date }，在本期最后一天之后。
ledger-clamped = { $sum }分，超出范围，按{ $end }分计
no-reason = 未说明理由

difference-total = 对账单写的是{ $stated }分，各条明细和星级合计为{ $worked-out }分。
difference-tier = 对账单上的等级是“{ $stated }”，按合计应为“{ $worked-out }”。
difference-no-tier = 对账单上的等级是“{ $stated }”，按合计则低于所有等级。
difference-entry-points = “{ $entry }”计{ $stated }分，规则写的是{ $rule }分。
difference-entry-end = “{ $entry }”的计分时间比规则写的长。
difference-unknown-rule = “{ $entry }”依据第{ $rule }条，评分规则中没有这一条。
difference-unknown-stars = 评分规则中没有这种星级：{ $category }。
difference-two-stars = 同一类同时列有两种星级：{ $category }。
difference-wrong-version = “{ $name }”按第{ $named }版评分规则计算，而当天适用的是第{ $in-force }版。
difference-no-version = “{ $name }”按第{ $named }版评分规则计算，而对账单列出的各版当天都不适用。
difference-none-in-force = 对账单列出的各版评分规则在{ $date }都不适用。
difference-decimals = 第{ $version }版评分规则的计分单位不同，而单位不得更改。
difference-from-defence = “{ $entry }”因您提交的记录扣分。只有您本人申报、没有撤回的记录才可以这样扣分。
difference-other = 对账单与评分规则不符，这个版本的明账说不出具体差别。
difference-missing = 按评分规则应当列出，对账单没有列出：{ $name }。
difference-unfounded = 按评分规则不应列出，对账单却列出了：{ $name }。

entry-rule = 第{ $version }版评分规则第{ $rule }条：每次{ $points }分。
entry-rule-capped = 第{ $version }版评分规则第{ $rule }条：每次{ $points }分，每年最多{ $times }次。
entry-rule-unknown = 第{ $rule }条（这部手机上没有）
entry-counts = 计分。
entry-repair-ends = 无需办理：这条明细会自动失效，计分的最后一天是{ $date }
entry-counts-until = 计分到{ $date }（含当日），之后失效。
entry-contested = 计分。您已于{ $date }提出异议，正在处理。
entry-contested-since = 计分。{ $date }起异议处理中。
entry-contested-authority = 计分。{ $date }起有机关提出异议。
entry-happened = 发生日期
entry-recorded = 记录日期
entry-until = 最后计分日
entry-for-ever = 未设期限
entry-by = 记录机构
entry-document = 文号
entry-basis = 依据
entry-number = 明细编号
entry-reason = 写明的理由
entry-proof = 随第{ $seq }期对账单一并签名
entry-if-removed = 如果撤销这一条：{ $score }分（满分{ $max }），等级为{ $tier }。
entry-if-removed-next = 这时“{ $name }”（{ $date }）会递补计分：{ $points }分。
legal-basis = { $instrument }，{ $article }
step-calendar-told = 自被告知之日起{ $days }天内
step-calendar-arrival = 自收到之日起{ $days }天内
step-calendar-decision = 自作出决定之日起{ $days }天内
step-calendar-silence = 自答复期限届满之日起{ $days }天内
step-working-told = 自被告知之日起{ $days }个工作日内
step-working-arrival = 自收到之日起{ $days }个工作日内
step-working-decision = 自作出决定之日起{ $days }个工作日内
step-working-silence = 自答复期限届满之日起{ $days }个工作日内
step-months-told = 自被告知之日起{ $days }个月内
step-months-arrival = 自收到之日起{ $days }个月内
step-months-decision = 自作出决定之日起{ $days }个月内
step-months-silence = 自答复期限届满之日起{ $days }个月内
step-until = { $within }。按机构所写的告知日期{ $told }，最后一天是{ $date }。
step-was-until = { $within }。按机构所写的告知日期{ $told }，最后一天是{ $date }，已经过去。
working-days-unknown = 这部手机上没有{ $year }年的放假安排，只除去了周末，真正的最后一天可能不同。

statements-chain = 第1期到第{ $last }期都在这部手机上，没有缺期。
statements-later = 这部手机上的对账单从第{ $first }期开始。
statements-broken = 这部手机上的对账单有缺期，或前后对不上。
statements-unread = 第{ $n }期采用了新格式，本版本的明账无法读取。
statement-unread = 格式较新，请更新明账。
statements-disowned = 部分对账单的签名密钥已停用，重新签名之前暂时无法核验。
statements-none = 还没有对账单送达这部手机。
statement-withdrawn = 已于{ $date }撤回

