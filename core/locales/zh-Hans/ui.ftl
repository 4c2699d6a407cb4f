# 原生应用的标签。核心不加载本文件：安卓的字符串和 iOS 的字符串目录由它生成。
# 每条消息只有一段文字，不含属性；只按数字 $n 选择。

# 应用
app-name = 明账
tab-home = 首页
tab-businesses = 查企业
tab-records = 记录
tab-more = 更多

# 操作
action-add-to-calendar = 加入日历
action-back = 返回
action-cancel = 取消
action-change = 更改
action-clear = 清空
action-close = 关闭
action-continue = 继续
action-copied = 已复制
action-copy = 复制
action-done = 完成
action-hide-amounts = 隐藏分数
action-larger-text = 大字版，一行一项
action-normal-text = 标准字号
action-open = 查看
action-read-aloud = 朗读
action-record = 记一件好事
action-refresh = 全部同步
action-remove = 移除
action-replace = 更换
action-save-file = 保存为文件
action-share = 用其他应用发送
action-search = 查询
action-see-checks = 查看核验
action-show-amounts = 显示分数
action-stop = 停止
action-stop-reading = 停止朗读
action-sync = 立即同步
action-try-again = 再试一次

# 读屏软件朗读的内容
reader-amount-hidden = 分数已隐藏
reader-chosen = 已选中
reader-ticked = 已勾选
reader-not-ticked = 未勾选
reader-expanded = 已展开
reader-collapsed = 已收起
reader-step = 第{ $n }步，共{ $of }步
reader-step-done = 已完成
reader-busy = 正在处理
read-aloud-missing = 这部手机没有这种语言的朗读语音，可在手机设置中添加。

# 页面状态
screen-loading = 正在加载
screen-offline = 无网络
screen-offline-safe = 这部手机上的内容没有改变。
screen-empty = 暂无内容
pane-empty = 打开的内容显示在这里。

# 核验的各种状态
state-holds = 核验通过
state-unknown = 暂时无法核验
state-fails = 核验未通过

# 记录的各种状态
queue-draft = 草稿
queue-cooling-off = 等待中：考虑期
queue-confirm = 等待您确认
queue-on-phone = 仅在本机
queue-sending = 正在发送
queue-needs-you = 需要您处理
queue-received = 机构已收到
queue-under-review = 审核中
queue-accepted = 已采纳
queue-refused = 未采纳
queue-withdrawn = 您已撤回

# 企业的各种状态
listing-red = 红名单·守信
listing-black = 黑名单·惩戒
listing-was = 曾被列入，可能已移出
listing-none = 企业库已收录，未列入名单
listing-none-note = 这不说明商品或服务的质量
listing-not-in-register = 企业库未收录
listing-near = 请先核对代码再打开
listing-no-reply = 未公布回应

# 凭据
proof-how-sure = 可靠吗？

# 记录项
told-not = 这部手机没有收到告知书
entry-contested-tag = 异议处理中

# 加入机构
join-title = 绑定评分机构
join-intro-1 = 明账把您的信用对账单保存在这部手机上，并逐期核验。
join-intro-2 = 未经您同意不发送信息；每一次联网都能在“更多”中查看。
join-intro-3 = 请准备好评分机构寄给您的信。
join-scan = 扫描信上的二维码
join-type-link = 输入链接
join-link-label = 链接
join-link-hint = 以“standing:”开头。
join-connecting = 将要绑定
join-look = 看清链接指向谁
join-look-hint = 请把粗体的名称与信上核对。点“继续”后，这部手机会到那里下载公开文件。
join-both = 已经核对，继续
join-code = 输入信上的绑定码
join-code-hint = 绑定码不离开这部手机。空格、连字符和大小写都不影响。
join-code-label = 一次性绑定码
join-send = 用这个绑定码继续
join-yours = 这封信是寄给您的吗？
join-yours-hint = 为保护隐私，姓名只显示一部分。
join-yes = 是我本人
join-no = 不是，到此为止
join-no-note = 选“不是”后，姓名和新密钥会从这部手机上清除，需要重新申请信件。
join-declined = 您选择了“不是”。
join-declined-note = 姓名和新密钥已从这部手机上清除，需要重新申请信件。
join-leaves = 哪些信息会离开这部手机
join-without = 不绑定也可以查企业
join-joined = 绑定成功
membership-leave = 解除与这家机构的绑定
membership-leave-ask = 要解除与{ $authority }的绑定吗？
membership-leave-save = 先把全部内容保存为文件
join-another = 绑定其他机构
register-add = 添加企业库
register-added = 企业库已添加
register-groups = 输入防伪码中的两组
register-groups-hint = 企业库发布方会在纸上提供链接和防伪码。请从左数起。
register-rely = 您以这个企业库为准吗？
register-rely-hint = 如果以它为准，名称和名单以它为先。否则，它的内容只作为“另一个企业库”列在下方。
register-rely-yes = 以它为准
register-rely-no = 不以它为准，只列在下方
register-remove = 移除这个企业库
register-remove-ask = 要移除{ $publisher }吗？
register-remove-note = 它的企业和名单会从这部手机上删除，以后不再联系它。
register-fetching = 正在获取企业库
register-fetch-now = 现在下载
register-update-now = 现在更新
register-fingerprint = 防伪码
register-none = 请用链接添加企业库。之后都在这部手机内查询，不发送任何信息。
register-host = 来源
register-to-authority = 这条链接通往评分机构，不是企业库。

# 首页
home-first = 暂无内容
home-changes-none = 没有变化
home-stars = 家庭星级
home-waiting-title = 等待中
home-alarms = 请先看这里
home-perks = 优待与限制
home-statements = 全部对账单
home-adds-up = 分数是怎样算出来的
home-newer = 可能已有新一期。
home-needs-you = { $n }条记录需要您处理
home-to-confirm = 这封信是寄给您的吗？
home-to-confirm-note = 请先回答。在此之前，明账不会下载任何内容。
home-another-membership = 查看另一家机构
home-stars-count = 星级对应的分数

# 接下来会怎样
forecast-title = 接下来会怎样
forecast-if-nothing = 如果没有新的明细
forecast-as-of = 日期
forecast-score = 分数
forecast-tier = 等级
forecast-no-change = 没有变化

# 核验
checks-title = 核验
checks-hold = { $n }项通过
checks-unknown = { $n }项暂时无法核验
checks-fail = { $n }项未通过
checks-note = “核验通过”表示这部手机自己核对过，并不说明明细公平或属实。
checks-says = 对账单上写的是
checks-adds-up-to = 各条明细合计
checks-difference = 相差

# 对账单与记录项
statement-points = 分值
statement-so-far = 累计
statement-total = 合计
statement-not-counted = 不计分的明细
statement-changes = 有哪些变化
statement-previous = 上一期
statement-next = 下一期
statement-differs = 算分有误
statement-number = 第{ $n }期
entry-title = 明细
entry-points-word = { $n ->
    *[other] 分
  }
entry-told = 有没有告知过您？
entry-origin = 来源
entry-can-do = 您可以怎么做
entry-told-all = 查看所有已知日期
entry-contest = 对这一条提出异议
star-told = 这些星级何时告知过您：{ $name }
star-contest = 对星级提出异议：{ $name }
statement-contest = 对这期对账单提出异议
letter-contest = 对这份告知书提出异议
entry-repair = 信用修复
entry-what-if = 如果撤销这一条

# 激励、限制与评分规则
perks-differ = 对账单与评分规则不一致
perks-title = 优待与限制
perks-why = 原因
perks-changes = 怎样会改变
perks-till = 在柜台出示
perks-contest = 对这一项提出异议
till-title = 柜台出示
rulebook-title = 评分规则
rulebook-open = 查看评分规则
rulebook-fingerprint = 防伪码

# 查企业
search-label = 名称或代码
search-hint = 名称，或18位统一社会信用代码
search-private = 只在这部手机内查询，不发送任何信息。
search-order = 按名称匹配排序，与是否在名单上无关。
search-scan-product = 扫商品码
search-scan-licence = 扫营业执照
search-found = 找到{ $n }家
search-none = 这部手机上的企业库中没有找到
search-similar = 名称相近，不是同一家
search-similar-note = 打开后才显示名单记录，以免张冠李戴。
search-sound = 读音相符{ $n }家
search-recent = 最近查过
search-recent-erase = 清除查询记录
search-no-register = 这部手机上还没有企业库
search-perhaps = 可能是以下企业
search-recent-ask = 要清除全部查询记录吗？
search-recent-note = 这些记录只保存在这部手机上。
business-code = 统一社会信用代码
business-code-valid = 代码校验相符
business-listings = { $n }条名单记录
business-listings-title = 名单记录
business-reply = 企业回应
business-history = 经过
business-licensee = 条码注册企业
business-others = 其他企业库
business-lists = 依据哪些名单
business-wrong = 信息有误？请向作出决定的机关申请更正。
business-remedies = 企业可以怎么做
business-remedy-documents = 需要提交
business-own = 企业自己可以办理：向作出决定的机关写信。这部手机不发送任何内容。
business-contest = 对这条名单记录书面提出异议
business-letters = 在这里写的信件
listing-letter = 关于名单记录的信件
listing-read = 查看并打印信件
listing-business = 打开这家企业
listing-erase = 删除这封信
listing-erase-ask = 删除这封信和您记下的内容？
listing-erase-note = 已打印的信件不受影响。
business-compare = 对比
business-watch = 关注
business-watch-stop = 取消关注
business-save = 保存查询结果
business-saved = 已存入“已保存的查询结果”
compare-title = 对比
compare-add = 添加企业
compare-leave-out = 去掉{ $name }
compare-private = 只在这部手机内对比，不发送任何信息。
watch-title = 关注的企业
watch-changed = 有变化
watch-same = 没有变化
watch-unknown = 暂时无法核验
watch-how = 关注是怎样进行的
watch-how-note = 每次同步后，手机在本机对比整份名单，不发送任何信息，没有人知道您关注了谁。通知只说有新内容。
watch-stop-one = 取消关注{ $name }
watch-stop-all = 全部取消关注
watch-stop-ask = 要全部取消关注吗？
watch-stop-note = 用于对比的内容会一并清除。
answers-title = 已保存的查询结果
answers-export = 存为文件（{ $size }）
answers-erase = 删除这条结果
answers-erase-ask = 要删除{ $name }的查询结果吗？
answers-erase-note = 您已存到别处的文件不受影响。
scan-title = 扫码
scan-hint = 请将码放入框内。扫码不发送任何信息。
scan-type = 改为输入
scan-light = 打开手电筒
scan-no-camera = 明账没有相机权限。请输入代码，或在手机设置中允许明账使用相机。
scan-again = 再扫一个
scan-by-name = 改按名称查询
scan-open-business = 查看这家企业
scan-open-licensee = 查看条码注册企业
scan-open-settings = 打开手机设置
scan-photo = 拍营业执照
scan-photo-choose = 选一张照片
scan-photo-note = 只在这部手机上识别文字，照片不保存。
scan-photo-unread = 照片中没有识别到文字。请在光线好的地方重拍，或直接输入代码。
scan-typed = 商品条码或企业代码
scan-typed-hint = 条码下方的数字，或18位代码

# 记录
records-title = 记录
records-none = 还没有记录
records-count = { $n }条记录
records-need-you = { $n }条需要您处理
records-first = 记录会发送给评分机构。请先用机构寄来的信绑定。
records-receipts = 全部回执
records-new = 您要记录什么？
kind-self-report = 我做的一件事
kind-volunteering = 志愿服务
kind-blood-donation = 无偿献血
kind-photo = 要求附照片作为凭证
kind-against = 会扣分的规则
form-date = 日期
form-date-choose = 选择日期
form-today = 今天
form-yesterday = 昨天
form-month-before = 上个月
form-month-after = 下个月
form-rule = 依据哪条规则
form-description = 用您自己的话说明
form-organiser = 组织方
form-activity = 服务内容
form-minutes = 时长
form-hours-part = 小时
form-minutes-part = 分钟
form-donation-code = 献血证编号
form-donation-code-hint = 印在献血证上。
form-place = 地点
form-donation = 献血种类
form-whole-blood = 全血
form-platelets = 血小板
form-volume = 献血量
form-millilitres = { $n }毫升
form-units = { $n }个单位
form-photo = 照片
form-photo-take = 拍照
form-photo-choose = 选择照片
form-photo-note = 文件中的地点、时间和相机信息会被清除。
form-photo-cover = 不需要的内容请遮住，例如血型、身份证号。
form-photo-size = { $size } MB
form-photo-coming = 正在读取照片
form-photo-too-large = 照片太大，请选择小于40MB的照片。
form-photo-unreadable = 无法读取这张照片。请重新拍摄，或另选一张。
form-photo-no-space = 这部手机空间不足，放不下照片。请腾出空间后再选一次。
form-photo-lost = 照片已不在这里，请再选一次。
photo-hint = 请把纸放平，让它占满画面。
photo-shutter = 拍下
photo-taken = 拍好的照片
photo-check = 照片清楚吗？字都能看清吗？
photo-use = 用这张
photo-again = 重拍
photo-missed = 相机没有拍到照片，请再试一次。
photo-no-camera = 明账没有相机权限。请选一张已有的照片，或在手机设置中允许明账使用相机。
photo-camera-missing = 这部手机没有相机。请选一张已有的照片。
photo-camera-busy = 相机暂时无法使用，可能正被其他应用占用。您可以选一张已有的照片。
form-put-right = 有{ $n }处需要改正
form-look-again = 有{ $n }处请再看一看
form-what-happens = 提交之后
form-before = 继续之前
form-if-accepted = 如果采纳
form-if-nothing = 如果不申报
form-duty = 是否必须申报
form-waits = 如果您保存这条记录
form-begin = 继续填写
form-send = 发送
form-send-all-the-same = 没有错，发送
form-keep-here = 保存在这部手机上
form-keep-draft = 存为草稿
form-leave = 不保存就离开吗？
form-leave-note = 您填写的内容还没有保存。
form-stay = 留下继续填写
form-leave-yes = 离开
form-optional = 可以不填
item-title = 记录
item-what-happened = 办理进度
item-details = 详情
item-says = 记录内容
item-attempts = 发送经过
item-photos = 照片
item-photo-remove = 从这部手机上删除照片
item-photo-remove-ask = 要从这部手机上删除吗？
item-photo-remove-yes = 删除
item-withdraw = 撤回这条记录
item-withdraw-ask = 要撤回这条记录吗？
item-withdraw-note = 机构作出决定之前都可以撤回。无论是否撤回，回执都留在这部手机上。
item-withdraw-yes = 撤回
item-withdraw-no = 保持不变
item-retry = 立即再试
item-confirm = 确认并发送
item-discard = 放弃
item-edit = 修改
item-export = 将记录保存为文件
item-receipt = 回执
item-receipt-save = 将回执保存为文件
item-proves = 它能说明什么
item-proves-not = 它不能说明记录已被采纳。
item-due = 答复期限
deadline-line = { $label }：{ $day }，{ $away }

# 更多
more-fresh = 内容是否过期
more-refresh-note = 同步会下载公开文件和属于您的内容。您查过哪些企业，不会告诉任何人。
more-network = 联网记录
more-reading = 文字与显示
more-privacy = 隐私
more-yours = 您的内容
more-memberships = 已绑定的机构
more-registers = 企业库
more-about = 关于明账
more-version = 版本{ $version }
more-licences = 开源许可
more-notices = 通知提醒
more-notices-on = 已开启
more-rights = 就本人信息提出申请
more-archive = 带走全部内容
archive-what = 一个文件，里面有您的记录和照片，以及机构签名的每一期对账单、每一份告知书和回执。私钥留在这部手机上，不在文件里。
archive-check = 任何电脑都能打开它。在电脑上用“standing check”，可以核实其中哪些是真的。
archive-warning = 文件没有加密，拿到的人都能看。请放在只有您能打开的地方。
more-erase = 清除这部手机上的全部内容
more-erase-ask = 要清除这部手机上的全部内容吗？
more-erase-note = 这部手机上的密钥、对账单、回执和未发送的记录将无法恢复。机构保存的内容不受影响。
more-erase-type = 输入“{ $word }”以继续
more-erase-word = 清除
more-erased = 这部手机上的内容已全部清除。
more-erased-note = 请关闭明账。再次打开时，将从头开始。
setting-language = 语言
setting-language-phone = 跟随手机
setting-language-english = English
setting-language-chinese = 简体中文
setting-elder = 大字版，一行一项
setting-text-size = 字号
setting-percent = { $n }%
setting-hide = 隐藏分数
setting-hide-note = 轻触眼睛图标后显示
setting-unmetered = 仅在不按流量计费的网络下同步
setting-unmetered-note = 使用手机流量时不同步；绑定机构和添加企业库仍可进行。
setting-photos = 仅在Wi-Fi下发送照片
setting-photos-note = 带照片的记录会等到有Wi-Fi时再发送。
setting-screenshots = 允许截屏
setting-screenshots-note = 您可能需要截屏作为凭证。
setting-on = 开
setting-off = 关

# 应用锁。
setting-lock = 打开明账时，用人脸或锁屏密码等方式验证
setting-lock-note = 防止他人在您已解锁的手机上查看明账。这不是加密：能解锁手机的人就能打开明账。
setting-lock-missing = 这部手机没有设置锁屏密码。请先在手机设置中设置，再打开这一项。
setting-lock-after = 再次验证
setting-lock-at-once = 每次
setting-lock-one-minute = 离开1分钟后
setting-lock-five-minutes = 离开5分钟后
lock-unlock = 解锁
lock-reason = 解锁明账
lock-change = 更改应用锁
lock-cancelled = 验证已取消。准备好后请重试。
lock-failed = 手机无法完成验证。请重试。
lock-too-often = 尝试次数过多。请锁定手机，用锁屏密码解锁后再试。
lock-missing = 这部手机没有设置锁屏密码，无法验证。请先在手机设置中设置，再重试。数据不会丢失。

# 同步
sync-now = 立即同步
sync-running = 正在同步
sync-stop = 停止同步
sync-title = 同步
sync-stopping = 完成这一步后停止
sync-last = 上次同步的结果
sync-never = 打开明账以来还没有同步过。
sync-safe = 可以离开这一页，同步会继续。

# 应用之外：不显示任何个人内容
notice-channel = 新内容提醒
notice-channel-note = 只提示有新内容，不显示内容本身。
notice-new = 有新内容。
notice-needs-you = 有一条记录需要您处理。
permission-camera = 用于扫码和拍摄材料。发送之前，照片只留在这部手机上。
permission-face = 开启应用锁后，用于确认是您本人在使用手机。面容由手机识别，明账只得到验证结果。
permission-notices = 有新内容时提示您。内容本身只在明账内显示。
covered-screen = 明账
widget-note = 打开明账的两个快捷入口，不显示任何个人内容。

# 未预料到的错误
unexpected-happened = 明账出了问题。
unexpected-safe = 您保存的内容没有变动。
unexpected-todo = 请再试一次；如果仍然如此，请关闭明账后重新打开，或重启手机。

# 应用无法打开时
broken-title = 明账无法打开
broken-missing = 安装的明账不适合这部手机（{ $processor }），缺少一部分。
broken-other = 明账的两个部分版本不一致，可能是更新没有完成。
broken-safe = 这部手机上保存的内容没有变动。
broken-todo = 请从原来的来源重新安装明账。请不要先卸载，否则数据会被清除。
key-lost = 打开明账数据的密钥已不在这部手机上。
key-lost-safe = 这里的内容已无法读取，尚未发送的记录也会丢失。机构保存的内容不受影响。
key-lost-todo = 请清除剩余内容，再向评分机构申请新的信，重新绑定。
key-lost-erase = 清除并重新开始

# 来自其他应用的内容，以及这部手机做不到的事
arrival-foreign = 这不是明账能打开的内容，没有作任何处理。
arrival-photo-here = 其他应用分享来一张照片，明账没有收下，这里原有的照片不变。
arrival-too-large = 分享的内容太大。照片不能超过{ $n } MB。
arrival-unreadable = 无法读取这张照片。请重新拍摄，或另选一张。
camera-busy = 相机暂时无法使用，可能正被其他应用占用。您可以改为输入。
camera-missing = 这部手机没有相机。您可以改为输入。
calendar-missing = 这部手机没有可用的日历，请自行记下这一天。
save-done = 已保存
save-failed = 无法保存到该位置，请另选一处。
save-no-space = 空间不足，文件没有保存。

# 告知书
letters-title = 告知书
letters-search = 在告知书中查找
letters-with-date = 有期限
letters-rest = 无需处理
letters-read-all = 以上全部标为已读
letter-new = 未读
letter-text = 正文
letter-times = 何时到达
letter-about = 关于
letter-mark-new = 标为未读

# 异常提醒
alarms-title = 异常提醒
alarms-aside = 已搁置
alarm-look = 查看这条提醒
alarm-all = 全部异常提醒
alarm-reached = 到达这部手机
alarm-dated = 文件自身日期
alarm-signer = 签名机构
alarm-code = 防伪码
alarm-differs = 不同之处
alarm-differs-mark = 不同
alarm-means = 这意味着什么
alarm-explained = 说明
alarm-save = 全部存为一个文件
alarm-save-note = 文件中有每一份文件的原样和一份摘要，任何人都可以核验其中的签名。
alarm-put-aside = 搁置这条提醒
alarm-put-aside-note = 上面已逐项对照。不会删除任何内容，也可以重新打开。
alarm-reopen = 重新打开

# 采信
register-rely-stop = 不再以它为准
register-rely-start = 以它为准

# 事项
cases-title = 事项
case-todo = 接下来可以做什么
case-happened = 经过
case-steps = 如果您不认可结果
case-documents = 材料
case-note-paper = 添加您已递交的纸质材料
case-note-answer = 记下收到的纸质答复
case-save-days = 将日期存为日历文件
case-save-file = 存成文件，交给帮您的人
case-save-file-note = 一个文件，里面有摘要、信件、照片和签名文件。用“standing check”可以核实其中哪些是真的。文件没有加密，拿到的人都能看。
contest-grounds = 哪里不对？
contest-tick = 可多选。
contest-words-label = 您的说明
contest-wants = 您的请求
contest-evidence = 凭证
contest-leaves = 发送什么、发给谁
contest-go-on = 下一步：查看信件
contest-on-paper = 我自己递交纸质信件
contest-paper-only = 只能递交纸质信件
contest-open-case = 查看那件异议
letter-ways = 递交方式
letter-sender = 打印件上的姓名和地址
letter-sender-note = 姓名和地址只用于打印，不会从这部手机发送，也不保存。
letter-sender-name = 姓名
letter-sender-address = 地址
letter-print = 打印或存为PDF
letter-no-printer = 这部手机无法打印。您可以抄写这封信，或在另一部手机上打开。
comply-open = 我已按要求履行
comply-measure = 我已按要求履行：{ $name }
comply-day = 履行的日期
measure-contest = 对这项限制提出异议：{ $name }
rights-desk-lead = 您可以就本人信息向每家已绑定的评分机构提出申请；机构不同意的，依法应当说明理由。请选择向谁提出。
rights-desk-none = 您还没有绑定任何评分机构。
answer-title = 纸质答复
answer-text = 请记下信里的结果。这只是您自己的记录：手机无法核对纸上的签名。收到签名的答复后，以签名的答复为准。
answer-day = 收到的日期
answer-says = 信里怎么说？
answer-granted = 同意我的请求
answer-partly = 部分同意
answer-refused = 不同意
answer-other = 没有作出决定
answer-note = 记下
answer-first = 请先选择日期和结果。
hand-in-title = 递交纸质信件
hand-in-text = 请记下递交的日期。收件章或邮局收据的照片可以作为凭证。
hand-in-day = 日期
hand-in-note = 记下
hand-in-day-first = 请先选择日期。

# 分数的来历
story-every = 每一期对账单
story-compare = 对照任意两期对账单
compared-title = 两期对照
compared-earlier = 较早的一期
compared-later = 较晚的一期
compared-choose = 选择另一期
story-rulebooks = 评分规则改了什么
rulebooks-earlier = 较早的版本
rulebooks-later = 较新的版本
told-events = 已知的日期，从早到晚
told-file = 保存为材料文件
told-file-inside = 材料文件里有什么

# 这部手机上的人
people-title = 这部手机上的人
people-shown = 正在显示
person-title = 这是谁的绑定？
person-change = 名称、标记和锁
person-name = 在这部手机上的名称
person-name-hint = 如果是您自己的，请留空。如果您代别人办理，请填写您对这个人的称呼，例如“爸爸”。
person-mark = 标记
person-mark-circle = 圆形
person-mark-square = 方形
person-mark-triangle = 三角形
person-mark-diamond = 菱形
person-mark-hexagon = 六边形
person-save = 保存
person-lock = 锁定这个人的页面
person-lock-note = 打开这个人的页面前，要用人脸或锁屏密码等方式验证。收到与这个人有关的内容时，明账不发通知提醒。
person-lock-change = 更改这个人的页面锁定设置
person-locked = { $name }的页面已锁定
person-locked-note = 用人脸或锁屏密码等方式验证后打开。
person-unlock-reason = 打开{ $name }的页面
person-leave-reason = 为{ $name }解除绑定
person-joined = 如果是代别人绑定的，请写明是谁的。

# 帮助和用语；应用的外观
help-title = 帮助和用语
help-questions = 常见问题
help-words = 用语
help-sample = 看一份示例
help-checks = 明账核验什么
help-entry = 一条明细写明什么
setting-appearance = 外观
setting-appearance-phone = 跟随手机
setting-appearance-light = 浅色
setting-appearance-dark = 深色
look-up-in-standing = 在明账中查询
shortcut-look-up = 查一家企业
shortcut-scan = 扫码
