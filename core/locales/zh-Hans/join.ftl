# 加入机构。
link-known = 本应用认识{ $name }。
link-unknown = { $host }不在本应用自带的机构名单中。村级机构通常如此：以来信为准。
link-register-unknown = { $host }不在本应用自带的名录中。请核对指纹。
link-now = 现在
link-now-value = 什么也不发送。打开链接只会显示本页。
link-code = 提交验证码时
link-code-value = 本手机新生成的密钥和验证码。
link-yes = 确认“是我本人”之后
link-yes-value = 用该密钥签名的对账单请求。
link-never = 永不发送
link-never-value = 您的姓名、身份证号、通讯录和位置。
link-register = 查询时
link-register-value = 公开文件的请求，不含您的任何信息。
join-question = { $authority }答复：这封信属于{ $hint }。是您本人吗？
membership-joined = { $date }加入。
membership-to-confirm = 尚未确认。

leave-text = 退出{ $authority }会从本手机删除它的评定、信件、您在那里的记录和密钥。机关保留已有的内容。
leave-waiting = 有{ $n }条记录尚未办结：本手机将不再发送它们，也不再收取回执。
