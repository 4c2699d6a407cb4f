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
action-larger-text = 大字，一行一项
action-normal-text = 标准字号
action-open = 查看
action-read-aloud = 朗读
action-record = 记一件好事
action-refresh = 全部刷新
action-remove = 移除
action-replace = 更换
action-save-file = 保存为文件
action-search = 查询
action-see-checks = 查看核验
action-show-amounts = 显示分数
action-stop = 停止
action-stop-reading = 停止朗读
action-sync = 立即查询
action-try-again = 再试一次

# 读屏软件朗读的内容
reader-amount-hidden = 分数已隐藏
reader-chosen = 已选中
reader-expanded = 已展开
reader-collapsed = 已收起
reader-step = 第{ $n }步，共{ $of }步
reader-step-done = 已完成
reader-busy = 正在处理
read-aloud-missing = 本手机没有这种语言的语音，可在手机设置中添加。

# 页面状态
screen-loading = 请稍候
screen-offline = 无网络
screen-offline-safe = 内容均未丢失。
screen-empty = 暂无内容
pane-empty = 打开的内容显示在这里。

# 核验的各种状态
state-holds = 核验通过
state-unknown = 暂无法核验
state-fails = 核验未通过

# 记录的各种状态
queue-draft = 草稿
queue-cooling-off = 等待中：留出考虑的时间
queue-confirm = 等待您确认
queue-on-phone = 仅在本手机
queue-sending = 正在发送
queue-needs-you = 需要您处理
queue-received = 已收到
queue-under-review = 审核中
queue-accepted = 已采纳
queue-refused = 未采纳
queue-withdrawn = 您已撤回

# 企业的各种状态
listing-red = 红名单·守信
listing-black = 黑名单·惩戒
listing-was = 曾被列入，可能已修复
listing-none = 已登记，未列入名单
listing-none-note = 不涉及质量
listing-not-in-register = 暂无法核验：本名录未收录
listing-near = 请先核对代码再打开
listing-no-reply = 未公布回应

# 凭据
proof-how-sure = 可靠吗？

# 记录项
told-not = 本手机未收到告知
entry-contested-tag = 您已提出异议

# 加入机构
join-title = 加入机构
join-intro-1 = 明账把您的信用对账单保存在本手机上，并逐期核验。
join-intro-2 = 未经您同意，不发送任何信息。
join-intro-3 = 请准备好机构寄给您的信。
join-scan = 扫描信上的二维码
join-type-link = 输入链接
join-link-label = 链接
join-link-hint = 以“standing:”开头。
join-connecting = 将要连接
join-look = 看清链接指向谁
join-look-hint = 请把粗体的名称与来信核对。点“继续”后，本手机会到那里获取公开文件。
join-code = 输入信上的验证码
join-code-hint = 验证码不离开本手机。空格、连字符和大小写都不影响。
join-code-label = 验证码
join-send = 用此验证码继续
join-yours = 这封信是您的吗？
join-yours-hint = 部分文字有意隐去。
join-yes = 是我本人
join-no = 不是，到此为止
join-no-note = 选“不是”后，姓名和新密钥会从本手机上清除。请重新申请来信。
join-declined = 您表示这封信不是您的。
join-declined-note = 姓名和新密钥已从本手机上清除。请重新申请来信。
join-leaves = 哪些信息会离开本手机
join-without = 不加入也可以查企业
join-joined = 您已加入
membership-leave = 退出这个机构
membership-leave-ask = 要退出{ $authority }吗？
join-another = 加入其他机构
register-add = 添加企业名录
register-added = 名录已添加
register-groups = 输入指纹中的两组
register-groups-hint = 名录发布方会随链接在纸上提供指纹。请从左数起。
register-rely = 您采信这个名录吗？
register-rely-hint = 采信后，名称和名单以它为先。不采信时，其内容只作为“另一名录”列在下方。
register-rely-yes = 采信
register-rely-no = 不采信，只列在下方
register-remove = 移除这个名录
register-remove-ask = 要移除{ $publisher }吗？
register-remove-note = 其企业和名单会从本手机删除，以后不再联系它。
register-fetching = 正在获取名录
register-fingerprint = 指纹
register-none = 请用链接添加。之后查企业都在本手机内进行，不发送任何信息。
register-host = 来源
register-to-authority = 这条链接通向一个机构，不是名录。

# 首页
home-first = 暂无内容
home-changes-none = 没有变化
home-stars = 家庭星级
home-waiting-title = 待处理
home-alarms = 请先看这里
home-perks = 激励与限制
home-statements = 全部对账单
home-adds-up = 分数是怎样算出来的
home-newer = 可能已有更新的一期。
home-needs-you = { $n }条记录需要您处理
home-to-confirm = 这封信是给您的吗？
home-to-confirm-note = 请先回答。在此之前不会查询任何内容。
home-another-membership = 查看另一个机构
home-stars-count = 各星级计多少分

# 核验
checks-title = 核验
checks-hold = 通过{ $n }项
checks-unknown = 暂无法核验{ $n }项
checks-fail = 未通过{ $n }项
checks-note = “核验通过”表示本手机自行核算的结果如此，并不说明记录项公平或属实。
checks-says = 对账单写明
checks-adds-up-to = 各记录项合计
checks-difference = 相差

# 对账单与记录项
statement-points = 分值
statement-so-far = 累计
statement-total = 合计
statement-not-counted = 已不再计分
statement-changes = 有哪些变化
statement-previous = 上一期
statement-next = 下一期
statement-differs = 算分有误
statement-number = 第{ $n }期
entry-title = 记录项
entry-points-word = { $n ->
    *[other] 分
  }
entry-told = 告知过您吗？
entry-origin = 从何而来
entry-can-do = 您可以怎么做
entry-contest-later = 今后的版本可在本手机上提出异议。在此之前，请按以下步骤书面提出。
entry-what-if = 若撤销此项

# 激励、限制与评分规则
perks-differ = 对账单与评分规则不一致
perks-title = 激励与限制
rulebook-title = 评分规则
rulebook-open = 查看评分规则
rulebook-fingerprint = 指纹

# 查企业
search-label = 名称或代码
search-hint = 名称，或18位代码
search-private = 仅在本手机内查询，不发送任何信息。
search-order = 按名称匹配排序，与名单无关
search-scan-product = 扫商品码
search-scan-licence = 扫营业执照
search-found = 找到{ $n }家
search-none = 本手机上的名录中没有找到
search-similar = 名称相近，不是同一家
search-similar-note = 打开后才显示名单信息，以免张冠李戴。
search-sound = 读音相符{ $n }家
search-recent = 最近查过
search-recent-erase = 清除查询记录
search-no-register = 本手机上还没有名录
search-perhaps = 可能是以下企业
search-recent-ask = 要清除全部查询记录吗？
search-recent-note = 这些记录只保存在本手机上，别处从未有过。
business-code = 代码
business-code-valid = 代码校验通过
business-listings = { $n }条名单信息
business-listings-title = 名单信息
business-reply = 企业回应
business-licensee = 编码持有人
business-others = 其他名录
business-lists = 依据哪些名单
business-wrong = 信息有误？请向上述决定机关申请更正。
scan-title = 扫码
scan-hint = 请将码放入框内。扫码不发送任何信息。
scan-type = 改为输入
scan-light = 照明
scan-no-camera = 无法使用相机。请输入代码，或在手机设置中允许使用相机。
scan-again = 再扫一个
scan-by-name = 改按名称查询
scan-open-business = 查看这家企业
scan-open-licensee = 查看编码持有人
scan-open-settings = 打开手机设置
scan-typed = 条码数字或代码
scan-typed-hint = 条码下方的数字，或18位代码

# 记录
records-title = 记录
records-none = 还没有记录
records-count = { $n }条记录
records-need-you = { $n }条需要您处理
records-first = 记录会发送给机构。请先凭机构的信件加入。
records-receipts = 全部回执
records-new = 您要记录什么？
kind-self-report = 我做的一件事
kind-volunteering = 志愿服务
kind-blood-donation = 无偿献血
kind-photo = 最好附上证明照片
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
form-donation-code = 献血码
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
form-photo-cover = 如果照片上能看到血型，请遮住。不需要血型。
form-photo-size = { $size } MB
form-photo-coming = 正在读取照片
form-photo-too-large = 照片太大，请选择不超过40 MB的。
form-photo-unreadable = 无法读取这张照片。请重新拍摄，或另选一张。
form-photo-no-space = 本手机空间不足，放不下照片。请腾出空间后再选一次。
form-photo-lost = 照片已不在这里，请再选一次。
photo-hint = 请把纸放平，让它占满画面。
photo-shutter = 拍下
photo-taken = 拍好的照片
photo-check = 照片清楚吗？字都能看清吗？
photo-use = 用这张
photo-again = 重拍
photo-missed = 相机没有拍到照片，请再试一次。
photo-no-camera = 无法使用相机。请选一张已有的照片，或在手机设置中允许使用相机。
photo-camera-missing = 本手机没有相机。请选一张已有的照片。
photo-camera-busy = 相机暂时无法使用，可能正被其他应用占用。您可以选一张已有的照片。
form-put-right = 有{ $n }处需要改正
form-look-again = 有{ $n }处请再看一看
form-what-happens = 提交之后
form-before = 继续之前
form-if-accepted = 若被采纳
form-if-nothing = 若不申报
form-duty = 是否必须申报
form-waits = 如果您保存
form-begin = 继续填写
form-send = 核对并发送
form-send-all-the-same = 没有错，发送
form-keep-here = 保存在本手机
form-keep-draft = 存为草稿
form-leave = 不保存就离开吗？
form-leave-note = 您填写的内容没有保存在别处。
form-stay = 留下继续填写
form-leave-yes = 离开
form-optional = 可以不填
item-title = 记录
item-what-happened = 经过
item-details = 详情
item-says = 记录内容
item-attempts = 发送经过
item-photos = 照片
item-withdraw = 撤回这条记录
item-withdraw-ask = 要撤回这条记录吗？
item-withdraw-note = 作出决定之前都可以撤回。无论是否撤回，回执都留在本手机上。
item-withdraw-yes = 撤回
item-withdraw-no = 保持不变
item-retry = 立即再试
item-confirm = 确认并发送
item-discard = 放弃
item-edit = 修改
item-export = 将记录保存为文件
item-receipt = 回执
item-receipt-save = 将回执保存为文件
item-proves = 它能证明什么
item-proves-not = 它不证明记录已被采纳。
item-due = 应予答复

# 更多
more-fresh = 内容有多新？
more-refresh-note = 会下载公开资料和属于您的内容。没有人会知道您查过什么。
more-network = 每一次联网
more-reading = 阅读
more-privacy = 隐私
more-yours = 您的内容
more-memberships = 已加入的机构
more-registers = 名录
more-about = 关于明账
more-version = 版本{ $version }
more-licences = 开源许可
more-erase = 清除本手机上的全部内容
more-erase-ask = 要清除本手机上的全部内容吗？
more-erase-note = 本手机上的密钥、对账单、回执和未发送的记录将无法恢复。机构保存的内容不受影响。
more-erase-type = 输入“{ $word }”以继续
more-erase-word = 清除
more-erased = 本手机上的内容已全部清除。
more-erased-note = 请关闭应用。再次打开时，将从头开始。
setting-language = 语言
setting-language-phone = 跟随手机
setting-language-english = English
setting-language-chinese = 简体中文
setting-elder = 大字，一行一项
setting-text-size = 字号
setting-percent = { $n }%
setting-hide = 隐藏分数
setting-hide-note = 轻触眼睛图标后显示
setting-unmetered = 仅在不计流量的网络下同步
setting-unmetered-note = 使用移动数据时不同步。加入机构和添加名录仍可进行。
setting-photos = 仅在 Wi-Fi 下发送照片
setting-photos-note = 带照片的记录会等到有 Wi-Fi 时再发送。
setting-screenshots = 允许截屏
setting-screenshots-note = 您可能需要截屏作为证据。
setting-on = 开
setting-off = 关

# 同步
sync-now = 立即同步
sync-running = 正在同步
sync-stop = 停止同步
sync-title = 同步
sync-stopping = 完成这一步后停止
sync-last = 上次同步的结果
sync-never = 打开应用以来还没有同步过。
sync-safe = 可以离开本页，同步会继续。

# 应用之外：不显示任何个人内容
notice-channel = 新内容
notice-channel-note = 只提示有新内容，不显示内容本身。
notice-new = 有新内容。
notice-needs-you = 有一条记录需要您处理。
permission-camera = 用于扫码和拍摄纸质材料。发送之前，照片只留在本手机上。
permission-notices = 有新内容时提示您。内容本身只在应用内显示。
covered-screen = 明账
widget-note = 进入明账的两个入口，不显示任何个人内容。

# 未预料到的错误
unexpected-happened = 应用内部出了问题。
unexpected-safe = 您保存的内容没有变动。
unexpected-todo = 请再试一次；若仍出现，请关闭应用后重新打开。

# 应用无法打开时
broken-title = 明账无法打开
broken-missing = 缺少负责读取和核验的部分：安装的版本与本手机（{ $processor }）不匹配。
broken-other = 明账的两个部分版本不一致，可能是更新没有完成。
broken-safe = 本手机上保存的内容没有变动。
broken-todo = 请从原来的来源重新安装明账，不要先卸载。
key-lost = 本手机已没有打开明账所存内容的密钥。
key-lost-safe = 这些内容任何人都无法再读取。机构仍保存着您的对账单。
key-lost-todo = 请清除剩余内容，再向机构申请新的来信，重新加入。
key-lost-erase = 清除并重新开始

# 来自其他应用的内容，以及本手机做不到的事
arrival-foreign = 打开的内容不属于明账，未作任何处理。
arrival-photo-here = 另一个应用分享了一张照片，没有收下：您这里已有的照片保持不变。
arrival-too-large = 分享的内容太大。照片不能超过{ $n } MB。
arrival-unreadable = 无法读取这张照片。请重新拍摄，或另选一张。
camera-busy = 相机暂时无法使用，可能正被其他应用占用。您可以改为输入。
camera-missing = 本手机没有相机。您可以改为输入。
calendar-missing = 本手机没有日历应用，请自行记下这一天。
save-done = 已保存
save-failed = 无法保存到该位置，请另选一处。
save-no-space = 空间不足，文件未保存。

# 异常提醒
alarms-title = 异常提醒
alarms-aside = 已搁置
alarm-look = 查看此项提醒
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
alarm-put-aside = 搁置此项提醒
alarm-put-aside-note = 上面已逐项对照。不会删除任何内容，也可以重新打开。
alarm-reopen = 重新打开

# 采信
register-rely-stop = 不再采信
register-rely-start = 采信
