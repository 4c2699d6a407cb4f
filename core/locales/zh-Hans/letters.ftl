# 告知书：评分机构签名的信件。$n、$new、$days 是数字，日期以文字给出。

home-letters = { $new ->
    [0] 告知书：没有未读
    *[other] 告知书：{ $new }份未读
  }
letters-count = { $n ->
    *[other] 共{ $n }份告知书，
  }{ $new ->
    [0] 没有未读。
    *[other] { $new }份未读。
  }
letters-none = 这部手机没有收到过{ $authority }的告知书。纸质信件这里看不到。
letters-not-found = 没有包含这些字词的告知书。
letters-clocks = 落款日期由发出方填写。到达日期以这部手机的时间为准。打开告知书不会通知任何人。
letters-proof = { $authority }，第{ $from }号至第{ $to }号。{ $ago }同步。
letters-signed-holds = 全部由{ $authority }签名，签名后没有改动过。
  .mark = 签名均有效
letters-signed-unknown = 现在不能全部核验，原因见各份告知书。请同步后查看。
  .mark = 未全部核验
letters-signed-fails = 至少有一份未通过核验，原因见那份告知书。
  .mark = 有一份未通过
letters-complete = 编号连续，直到{ $authority }统计的最后一份。
  .mark = 没有缺号
letters-missing = 这部手机上缺第{ $run }号。请同步获取；仍未收到的，请向{ $authority }索取。
  .mark = 缺第{ $run }号
letters-broken = 告知书之间有矛盾，详见异常提醒。
  .mark = 有矛盾
letters-never-asked = 首次同步之前，不知道是否还有更多。
  .mark = 尚未同步

letter-heading = 第{ $n }号告知书
letter-about-entry = 明细告知书
letter-about-star = 家庭星级告知书
letter-about-measure = 优待或限制告知书
letter-about-record = 关于您的记录
letter-about-membership = 关于您的绑定
letter-about-device = 又有一部手机可代您办理
letter-about-key = 有一部手机不能再代您办理
letter-about-rulebook = 第{ $version }版评分规则告知书
letter-about-statements = 对账单已替换
letter-about-receipts = 回执已替换
letter-about-other = 告知书
letter-unread = 一份格式较新的告知书
letter-not-believed = 一份未通过核验的告知书
letter-unread-text = 本版本的明账无法读取，请更新明账。原件照样保留。
letter-not-believed-text = 未通过核验的内容不显示，原件照样保留。
letter-says-nothing = 两种语言都没有正文。
letter-other-language-only = 没有中文正文。英文正文见下。
letter-other-language = 查看英文版，同样已签名

letter-entry = 明细{ $id }，见第{ $seq }期对账单
letter-entry-gone = 明细{ $id }：最后见于第{ $seq }期，第{ $newest }期已没有
letter-entry-nowhere = 明细{ $id }：这部手机上的对账单里都没有
letter-star-name = { $name }，{ $stars }星
letter-star = 家庭星级{ $id }，见第{ $seq }期对账单
letter-star-gone = 家庭星级{ $id }：最后见于第{ $seq }期，第{ $newest }期已没有
letter-star-nowhere = 家庭星级{ $id }：这部手机上的对账单里都没有
letter-measure = 按最新一期对账单，正在执行
letter-measure-over = 按最新一期对账单，没有执行
letter-measure-nowhere = 这部手机上的评分规则里都没有这一条优待或限制：{ $id }
letter-record = 您发给{ $authority }的记录
letter-record-elsewhere = 不是这部手机发送的记录
letter-membership = 您与{ $authority }的绑定
letter-device = 密钥为{ $key }…的手机
letter-device-mine = 这部手机
letter-key = 密钥为{ $key }…的手机
letter-key-mine = 这部手机的密钥：重新绑定之前的，或现在的
letter-rulebook = 第{ $version }版评分规则（{ $id }），最新一期对账单按此计算
letter-rulebook-other = 第{ $version }版评分规则（{ $id }）；最新一期对账单按另一版计算
letter-replaced-statements = 第{ $run }期对账单：{ $why }
letter-replaced-receipts = 第{ $run }号回执：{ $why }
letter-other = 关于什么，只写在正文里。
letter-about-unknown = 无法读取是关于什么的。

letter-due-contest = 可于{ $day }前（含当日）提出异议，{ $away }
  .label = 提出异议的最后一天
  .event = 明账：提出异议的最后一天
letter-due-supply = 请于{ $day }前（含当日）补交，{ $away }
  .label = 补交的最后一天
  .event = 明账：补交的最后一天
letter-due-answer = 请于{ $day }前（含当日）答复，{ $away }
  .label = 答复的最后一天
  .event = 明账：答复的最后一天
letter-due-other = 需留意的日期：{ $day }，{ $away }
  .label = 需留意的日期
  .event = 明账：需留意的日期
letter-due-label = 期限
letter-due-unnamed = 没有写明日期，见正文。

letter-dates = 落款日期为{ $dated }，{ $reached }到达这部手机。
letter-dates-late = 落款日期为{ $dated }，{ $reached }到达这部手机，相隔{ $days }天。
letter-dates-connected = 落款日期为{ $dated }，{ $reached }（您绑定当天）到达这部手机。
letter-reached = { $reached }到达这部手机。
letter-dated = 落款日期
letter-dated-note = { $authority }所写
letter-signed = 签名时间
letter-signed-note = { $authority }签署的时间
letter-reached-label = 到达本机
letter-reached-note = 以这部手机的时间为准
letter-reached-connected = 以这部手机的时间为准：您绑定当天。此前的手机可能更早收到。
letter-moment = { $date } { $time }
letter-channel = 发送方式
letter-channel-note = { $authority }所称；它经明账到达这部手机
letter-channel-post = 邮寄
letter-channel-hand = 当面送交
letter-channel-app = 仅通过明账
letter-channel-sms = 短信

letter-late-deadline = 到达这部手机时，其期限（{ $until }）已过{ $days }天。
  .todo = 仍可照办，并说明您何时收到。各个日期都留作证明材料。
letter-late-signed = 落款日期与签名时间相隔{ $days }天。
  .todo = 如对所涉内容提出异议，可以说明这一点。两个日期都留作证明材料。
letter-early-signed = 落款日期比签名时间晚{ $days }天。
  .todo = 可能是笔误。两个日期都留作证明材料。

letter-signer = { $authority }，密钥{ $key }。
letter-signer-unknown = 以{ $authority }的名义。
letter-check-signed = 签名
letter-check-sequence = 编号连续
letter-check-for-you = 发给您本人
letter-signed-holds = 由{ $authority }签名，签名后没有改动过。
letter-signed-unknown = 签名用的密钥后来因可能泄露已停用，这部手机无法确定告知书是否早于停用。请同步，并询问{ $authority }。
letter-signed-old = 由{ $authority }签名，但这部手机上的机构密钥表已过期，密钥后来可能已停用。请同步后查看。
letter-signed-unread = 由{ $authority }签名，但格式较新，本版本的明账无法读取。请更新明账。
letter-signed-list-unread = 由{ $authority }签名，但其最新的机构密钥表采用了新格式，本版本的明账无法读取。请更新明账。
letter-signed-fails = 未通过核验：{ $reason }。请拿给{ $authority }看。
letter-sequence-first = 这是第一份。
letter-sequence-holds = 紧接第{ $before }号。
letter-sequence-fails = 与您的其他告知书对不上。都已保留，请向{ $authority }询问原因。
letter-sequence-unknown = 前后的告知书不在这部手机上，或无法读取。请同步获取。
letter-for-you-holds = 写明发给您，用的是{ $authority }专为您设的编号。
letter-for-you-unknown = 未通过核验之前，无法确定发给谁。
