// Made by `cargo xtask generate` from core/locales/*/ui.ftl; a change belongs there.
import Core

/// What the labels of the app say in one language.
public struct Words: Equatable, Sendable {
    /// The language of these words.
    public let language: Language

    /// The words of a language.
    public init(_ language: Language) {
        self.language = language
    }

    public var appName: String { language == .english ? "Standing" : "明账" }
    public var tabHome: String { language == .english ? "Home" : "首页" }
    public var tabBusinesses: String { language == .english ? "Businesses" : "查企业" }
    public var tabRecords: String { language == .english ? "Records" : "记录" }
    public var tabMore: String { language == .english ? "More" : "更多" }
    public var actionAddToCalendar: String { language == .english ? "Add to calendar" : "加入日历" }
    public var actionBack: String { language == .english ? "Back" : "返回" }
    public var actionCancel: String { language == .english ? "Cancel" : "取消" }
    public var actionChange: String { language == .english ? "Change" : "更改" }
    public var actionClear: String { language == .english ? "Clear" : "清空" }
    public var actionClose: String { language == .english ? "Close" : "关闭" }
    public var actionContinue: String { language == .english ? "Continue" : "继续" }
    public var actionCopied: String { language == .english ? "Copied" : "已复制" }
    public var actionCopy: String { language == .english ? "Copy" : "复制" }
    public var actionDelete: String { language == .english ? "Delete" : "删除" }
    public var actionDone: String { language == .english ? "Done" : "完成" }
    public var actionHideAmounts: String { language == .english ? "Hide amounts" : "隐藏分数" }
    public var actionLargerText: String { language == .english ? "Large text, one thing per row" : "大字，一行一项" }
    public var actionNormalText: String { language == .english ? "Normal text" : "标准字号" }
    public var actionOpen: String { language == .english ? "Open" : "查看" }
    public var actionReadAloud: String { language == .english ? "Read aloud" : "朗读" }
    public var actionRecord: String { language == .english ? "Record a good deed" : "记一件好事" }
    public var actionRefresh: String { language == .english ? "Refresh all" : "全部刷新" }
    public var actionRemove: String { language == .english ? "Remove" : "移除" }
    public var actionReplace: String { language == .english ? "Replace" : "更换" }
    public var actionSave: String { language == .english ? "Save" : "保存" }
    public var actionSaveFile: String { language == .english ? "Save as a file" : "保存为文件" }
    public var actionSearch: String { language == .english ? "Search" : "查询" }
    public var actionSeeChecks: String { language == .english ? "See the checks" : "查看核验" }
    public var actionShare: String { language == .english ? "Share" : "分享" }
    public var actionShowAmounts: String { language == .english ? "Show amounts" : "显示分数" }
    public var actionStop: String { language == .english ? "Stop" : "停止" }
    public var actionStopReading: String { language == .english ? "Stop reading" : "停止朗读" }
    public var actionSync: String { language == .english ? "Ask now" : "立即查询" }
    public var actionTryAgain: String { language == .english ? "Try again" : "再试一次" }
    public var readerAmountHidden: String { language == .english ? "Amount hidden" : "分数已隐藏" }
    public var readerChosen: String { language == .english ? "Chosen" : "已选中" }
    public var readerExpanded: String { language == .english ? "Shown" : "已展开" }
    public var readerCollapsed: String { language == .english ? "Hidden" : "已收起" }
    public func readerStep(_ n: Int, of: Int) -> String { language == .english ? "Step \(n) of \(of)" : "第\(n)步，共\(of)步" }
    public var readerStepDone: String { language == .english ? "Done" : "已完成" }
    public var readerOpens: String { language == .english ? "Opens more" : "可打开" }
    public var readerBusy: String { language == .english ? "At work" : "正在处理" }
    public var screenLoading: String { language == .english ? "One moment" : "请稍候" }
    public var screenOffline: String { language == .english ? "No network" : "无网络" }
    public var screenOfflineSafe: String { language == .english ? "Nothing is lost." : "内容均未丢失。" }
    public var screenEmpty: String { language == .english ? "Nothing here yet" : "暂无内容" }
    public var stateHolds: String { language == .english ? "Holds" : "核验通过" }
    public var stateUnknown: String { language == .english ? "Unknown" : "暂无法核验" }
    public var stateFails: String { language == .english ? "Fails" : "核验未通过" }
    public var queueDraft: String { language == .english ? "Draft" : "草稿" }
    public var queueCoolingOff: String { language == .english ? "Waiting: time to think it over" : "等待中：留出考虑的时间" }
    public var queueConfirm: String { language == .english ? "Waiting for your confirmation" : "等待您确认" }
    public var queueOnPhone: String { language == .english ? "On this phone only" : "仅在本手机" }
    public var queueSending: String { language == .english ? "Sending" : "正在发送" }
    public var queueNeedsYou: String { language == .english ? "Needs you" : "需要您处理" }
    public var queueReceived: String { language == .english ? "Received" : "已收到" }
    public var queueUnderReview: String { language == .english ? "Under review" : "审核中" }
    public var queueAccepted: String { language == .english ? "Accepted" : "已采纳" }
    public var queueRefused: String { language == .english ? "Refused" : "未采纳" }
    public var queueRejected: String { language == .english ? "Not taken up" : "未受理" }
    public var queueWithdrawn: String { language == .english ? "Withdrawn by you" : "您已撤回" }
    public var listingRed: String { language == .english ? "Red list · commended" : "红名单·守信" }
    public var listingBlack: String { language == .english ? "Black list · sanctioned" : "黑名单·惩戒" }
    public var listingWas: String { language == .english ? "Was listed, may have been repaired" : "曾被列入，可能已修复" }
    public var listingNone: String { language == .english ? "In the register, no listing" : "已登记，未列入名单" }
    public var listingNoneNote: String { language == .english ? "Says nothing about quality" : "不涉及质量" }
    public var listingNotInRegister: String { language == .english ? "Unknown: not in this register" : "暂无法核验：本名录未收录" }
    public var listingNear: String { language == .english ? "Compare the code before you open" : "请先核对代码再打开" }
    public var listingNoReply: String { language == .english ? "No reply published" : "未公布回应" }
    public var toldNot: String { language == .english ? "No notice has reached this phone" : "本手机未收到告知" }
    public var entryContestedTag: String { language == .english ? "Contested by you" : "您已提出异议" }
    public var joinTitle: String { language == .english ? "Join" : "加入机构" }
    public var joinIntro1: String { language == .english ? "Standing keeps your score statements on this phone and checks each one." : "明账把您的信用对账单保存在本手机上，并逐期核验。" }
    public var joinIntro2: String { language == .english ? "It sends nothing that you have not agreed to." : "未经您同意，不发送任何信息。" }
    public var joinIntro3: String { language == .english ? "Have the letter from your authority in your hand." : "请准备好机构寄给您的信。" }
    public var joinScan: String { language == .english ? "Scan the code on the letter" : "扫描信上的二维码" }
    public var joinTypeLink: String { language == .english ? "Type the link" : "输入链接" }
    public var joinLinkLabel: String { language == .english ? "Link" : "链接" }
    public var joinLinkHint: String { language == .english ? "It begins with “standing:”." : "以“standing:”开头。" }
    public var joinConnecting: String { language == .english ? "You would connect to" : "将要连接" }
    public var joinCompare: String { language == .english ? "Compare the fingerprint" : "核对指纹" }
    public var joinCompareHint: String { language == .english ? "It stands on the letter. Every group must be the same." : "指纹印在信上，每一组都必须相同。" }
    public var joinSame: String { language == .english ? "All are the same" : "全部相同" }
    public var joinNotSame: String { language == .english ? "Something differs" : "有不同之处" }
    public var joinNotSameTodo: String { language == .english ? "Do not go on. Show the letter and this screen to the authority in person." : "请勿继续，并带上信和本页面，当面向机构核实。" }
    public var joinCode: String { language == .english ? "Type the code from the letter" : "输入信上的验证码" }
    public var joinCodeHint: String { language == .english ? "It works once. Spaces, hyphens and capitals do not matter." : "只能使用一次。空格、连字符和大小写都不影响。" }
    public var joinCodeLabel: String { language == .english ? "Code" : "验证码" }
    public var joinSend: String { language == .english ? "Send the code" : "提交验证码" }
    public var joinYours: String { language == .english ? "Is this letter yours?" : "这封信是您的吗？" }
    public var joinYoursHint: String { language == .english ? "Parts are hidden on purpose." : "部分文字有意隐去。" }
    public var joinYes: String { language == .english ? "Yes, this is me" : "是我本人" }
    public var joinNo: String { language == .english ? "No, stop here" : "不是，到此为止" }
    public var joinNoNote: String { language == .english ? "After “No”, the code and the new key are erased here. Ask for a new letter." : "选“不是”后，验证码和新密钥会从本手机上清除。请重新申请来信。" }
    public var joinLeaves: String { language == .english ? "What leaves this phone" : "哪些信息会离开本手机" }
    public var joinWithout: String { language == .english ? "Look up businesses without joining" : "不加入也可以查企业" }
    public var joinJoined: String { language == .english ? "You have joined" : "您已加入" }
    public var joinAnother: String { language == .english ? "Join another authority" : "加入其他机构" }
    public var registerAdd: String { language == .english ? "Add a register of businesses" : "添加企业名录" }
    public var registerAdded: String { language == .english ? "The register was added" : "名录已添加" }
    public var homeFirst: String { language == .english ? "Nothing here yet" : "暂无内容" }
    public var homeChangesNone: String { language == .english ? "Nothing changed" : "没有变化" }
    public var homeStars: String { language == .english ? "Household" : "家庭星级" }
    public var homeWaitingTitle: String { language == .english ? "Waiting" : "待处理" }
    public var homeAlarms: String { language == .english ? "Look at this first" : "请先看这里" }
    public var homePerks: String { language == .english ? "Perks and restrictions" : "激励与限制" }
    public var homeStatements: String { language == .english ? "All statements" : "全部对账单" }
    public var homeNoNews: String { language == .english ? "Nothing new" : "没有新内容" }
    public var checksTitle: String { language == .english ? "Checks" : "核验" }
    public func checksHold(_ n: Int) -> String { language == .english ? "\(n) hold" : "通过\(n)项" }
    public func checksUnknown(_ n: Int) -> String { language == .english ? "\(n) unknown" : "暂无法核验\(n)项" }
    public func checksFail(_ n: Int) -> String { language == .english ? "\(n) fail" : "未通过\(n)项" }
    public var checksNote: String { language == .english ? "“Holds” means that this phone worked it out for itself. It does not say that an entry is fair or true." : "“核验通过”表示本手机自行核算的结果如此，并不说明记录项公平或属实。" }
    public var checksSays: String { language == .english ? "The statement says" : "对账单写明" }
    public var checksAddsUpTo: String { language == .english ? "Its own entries add up to" : "各记录项合计" }
    public var checksDifference: String { language == .english ? "Difference" : "相差" }
    public var statementPoints: String { language == .english ? "Points" : "分值" }
    public var statementSoFar: String { language == .english ? "So far" : "累计" }
    public var statementTotal: String { language == .english ? "Total" : "合计" }
    public var statementNotCounted: String { language == .english ? "No longer counted" : "已不再计分" }
    public var statementChanges: String { language == .english ? "What changed" : "有哪些变化" }
    public var statementPrevious: String { language == .english ? "The one before" : "上一期" }
    public var statementNext: String { language == .english ? "The next one" : "下一期" }
    public var entryTitle: String { language == .english ? "Entry" : "记录项" }
    public var entryPointsWord: String { language == .english ? "points" : "分" }
    public var entryTold: String { language == .english ? "Were you told?" : "告知过您吗？" }
    public var entryOrigin: String { language == .english ? "Where it comes from" : "从何而来" }
    public var entryCanDo: String { language == .english ? "What you can do" : "您可以怎么做" }
    public var entryContest: String { language == .english ? "Contest this" : "提出异议" }
    public var entryContestLater: String { language == .english ? "Contesting from this phone comes with a later version. Until then: in writing, by the steps below." : "今后的版本可在本手机上提出异议。在此之前，请按以下步骤书面提出。" }
    public var entryWhatIf: String { language == .english ? "If it were removed" : "若撤销此项" }
    public var perksTitle: String { language == .english ? "Perks and restrictions" : "激励与限制" }
    public var rulebookTitle: String { language == .english ? "Rulebook" : "评分规则" }
    public var rulebookOpen: String { language == .english ? "Read the rulebook" : "查看评分规则" }
    public var rulebookFingerprint: String { language == .english ? "Fingerprint" : "指纹" }
    public var searchLabel: String { language == .english ? "Name or code" : "名称或代码" }
    public var searchHint: String { language == .english ? "Name, pinyin initials, or the 18 characters of the code" : "名称、拼音首字母，或18位代码" }
    public var searchPrivate: String { language == .english ? "Searched on this phone. Nothing is sent." : "仅在本手机内查询，不发送任何信息。" }
    public var searchOrder: String { language == .english ? "By name, never by listing" : "按名称匹配排序，与名单无关" }
    public var searchScanProduct: String { language == .english ? "Scan product" : "扫商品码" }
    public var searchScanLicence: String { language == .english ? "Scan licence" : "扫营业执照" }
    public func searchFound(_ n: Int) -> String { language == .english ? (n == 1 ? "1 found" : "\(n) found") : "找到\(n)家" }
    public func searchMore(_ n: Int) -> String { language == .english ? "\(n) more: type more of the name" : "还有\(n)家，请输入更完整的名称" }
    public var searchNone: String { language == .english ? "Not found in the registers on this phone" : "本手机上的名录中没有找到" }
    public var searchSimilar: String { language == .english ? "Similar name, another business" : "名称相近，不是同一家" }
    public var searchSimilarNote: String { language == .english ? "No listing is shown until you open it, so that nobody is mixed up." : "打开后才显示名单信息，以免张冠李戴。" }
    public var searchRecent: String { language == .english ? "Looked up lately" : "最近查过" }
    public var searchRecentErase: String { language == .english ? "Erase what I looked up" : "清除查询记录" }
    public var searchNoRegister: String { language == .english ? "No register on this phone yet" : "本手机上还没有名录" }
    public var businessCode: String { language == .english ? "Code" : "代码" }
    public var businessCodeValid: String { language == .english ? "Code is valid" : "代码校验通过" }
    public func businessListings(_ n: Int) -> String { language == .english ? (n == 1 ? "1 listing" : "\(n) listings") : "\(n)条名单信息" }
    public var businessCompare: String { language == .english ? "Compare" : "对比" }
    public var businessWatch: String { language == .english ? "Watch" : "关注" }
    public var businessUnwatch: String { language == .english ? "Stop watching" : "取消关注" }
    public var businessReply: String { language == .english ? "Its reply" : "企业回应" }
    public var businessLicensee: String { language == .english ? "Licensed to" : "编码持有人" }
    public var businessLicenseeNote: String { language == .english ? "The number on the product was licensed to this business. The product may still be counterfeit." : "商品上的编码由这家企业持有，但商品仍有可能是假冒的。" }
    public var scanTitle: String { language == .english ? "Scan" : "扫码" }
    public var scanHint: String { language == .english ? "Hold the code in the frame. Scanning sends nothing." : "请将码放入框内。扫码不发送任何信息。" }
    public var scanType: String { language == .english ? "Type it instead" : "改为输入" }
    public var scanLight: String { language == .english ? "Light" : "照明" }
    public var scanNoCamera: String { language == .english ? "The camera may not be used. Type the code instead, or allow the camera in the phone’s settings." : "无法使用相机。请输入代码，或在手机设置中允许使用相机。" }
    public var recordsTitle: String { language == .english ? "Records" : "记录" }
    public var recordsNone: String { language == .english ? "No record yet" : "还没有记录" }
    public var recordsNew: String { language == .english ? "What do you want to record?" : "您要记录什么？" }
    public var kindSelfReport: String { language == .english ? "Something I did" : "我做的一件事" }
    public var kindVolunteering: String { language == .english ? "Volunteering" : "志愿服务" }
    public var kindBloodDonation: String { language == .english ? "Blood donation" : "无偿献血" }
    public var formDate: String { language == .english ? "Date" : "日期" }
    public var formDateChoose: String { language == .english ? "Choose a date" : "选择日期" }
    public var formRule: String { language == .english ? "Which rule" : "依据哪条规则" }
    public var formRuleChoose: String { language == .english ? "Choose a rule" : "选择规则" }
    public var formDescription: String { language == .english ? "In your words" : "用您自己的话说明" }
    public var formOrganiser: String { language == .english ? "Organiser" : "组织方" }
    public var formActivity: String { language == .english ? "What you did" : "服务内容" }
    public var formMinutes: String { language == .english ? "How long" : "时长" }
    public var formHoursPart: String { language == .english ? "Hours" : "小时" }
    public var formMinutesPart: String { language == .english ? "Minutes" : "分钟" }
    public var formDonationCode: String { language == .english ? "Donation code" : "献血码" }
    public var formDonationCodeHint: String { language == .english ? "It stands on the certificate." : "印在献血证上。" }
    public var formPlace: String { language == .english ? "Place" : "地点" }
    public var formDonation: String { language == .english ? "What was given" : "献血种类" }
    public var formWholeBlood: String { language == .english ? "Whole blood" : "全血" }
    public var formPlatelets: String { language == .english ? "Platelets" : "血小板" }
    public var formVolume: String { language == .english ? "Volume" : "献血量" }
    public func formMillilitres(_ n: Int) -> String { language == .english ? "\(n) ml" : "\(n)毫升" }
    public func formUnits(_ n: Int) -> String { language == .english ? (n == 1 ? "1 unit" : "\(n) units") : "\(n)个单位" }
    public var formPhoto: String { language == .english ? "Photo" : "照片" }
    public var formPhotoTake: String { language == .english ? "Take a photo" : "拍照" }
    public var formPhotoChoose: String { language == .english ? "Choose a photo" : "选择照片" }
    public var formPhotoNote: String { language == .english ? "Place, time and camera are removed from the file." : "文件中的地点、时间和相机信息会被清除。" }
    public var formPhotoCover: String { language == .english ? "If your blood type is visible, cover it. It is not needed." : "如果照片上能看到血型，请遮住。不需要血型。" }
    public func formPutRight(_ n: Int) -> String { language == .english ? (n == 1 ? "1 thing to put right" : "\(n) things to put right") : "有\(n)处需要改正" }
    public func formLookAgain(_ n: Int) -> String { language == .english ? (n == 1 ? "1 thing to look at again" : "\(n) things to look at again") : "有\(n)处请再看一看" }
    public var formWhatHappens: String { language == .english ? "What happens with it" : "提交之后" }
    public var formIfAccepted: String { language == .english ? "If accepted" : "若被采纳" }
    public var formIfNothing: String { language == .english ? "If nothing is reported" : "若不申报" }
    public var formGoesTo: String { language == .english ? "Goes to" : "发送给" }
    public var formIsSent: String { language == .english ? "Is sent" : "会发送" }
    public var formStays: String { language == .english ? "Stays here" : "留在本手机" }
    public var formSend: String { language == .english ? "Check and send" : "核对并发送" }
    public var formKeepDraft: String { language == .english ? "Keep as a draft" : "存为草稿" }
    public var formLeave: String { language == .english ? "Leave without keeping?" : "不保存就离开吗？" }
    public var formLeaveYes: String { language == .english ? "Leave" : "离开" }
    public var formOptional: String { language == .english ? "may stay empty" : "可以不填" }
    public var itemWhatHappened: String { language == .english ? "What happened" : "经过" }
    public var itemDetails: String { language == .english ? "Details" : "详情" }
    public var itemWithdraw: String { language == .english ? "Withdraw this record" : "撤回这条记录" }
    public var itemWithdrawAsk: String { language == .english ? "Take this record back?" : "要撤回这条记录吗？" }
    public var itemWithdrawNote: String { language == .english ? "You can withdraw until it is decided. The receipt stays on this phone either way." : "作出决定之前都可以撤回。无论是否撤回，回执都留在本手机上。" }
    public var itemRetry: String { language == .english ? "Try again now" : "立即再试" }
    public var itemConfirm: String { language == .english ? "Confirm and send" : "确认并发送" }
    public var itemDiscard: String { language == .english ? "Discard" : "放弃" }
    public var itemEdit: String { language == .english ? "Edit" : "修改" }
    public var itemExport: String { language == .english ? "Save the record as a file" : "将记录保存为文件" }
    public var itemReceipt: String { language == .english ? "Receipt" : "回执" }
    public var itemReceiptSave: String { language == .english ? "Save the receipt as a file" : "将回执保存为文件" }
    public var itemProves: String { language == .english ? "What it proves" : "它能证明什么" }
    public var itemProvesNot: String { language == .english ? "It does not prove that the record was accepted." : "它不证明记录已被采纳。" }
    public var itemDue: String { language == .english ? "Answer due" : "应予答复" }
    public var moreFresh: String { language == .english ? "How fresh is it?" : "内容有多新？" }
    public var moreNetwork: String { language == .english ? "Every network access" : "每一次联网" }
    public var moreReading: String { language == .english ? "Reading" : "阅读" }
    public var morePrivacy: String { language == .english ? "Privacy" : "隐私" }
    public var moreYours: String { language == .english ? "Yours" : "您的内容" }
    public var moreMemberships: String { language == .english ? "Memberships" : "已加入的机构" }
    public var moreRegisters: String { language == .english ? "Registers" : "名录" }
    public var moreAbout: String { language == .english ? "About Standing" : "关于明账" }
    public func moreVersion(_ version: String) -> String { language == .english ? "Version \(version)" : "版本\(version)" }
    public var moreLicences: String { language == .english ? "Licences" : "开源许可" }
    public var moreErase: String { language == .english ? "Erase everything here" : "清除本手机上的全部内容" }
    public var moreEraseAsk: String { language == .english ? "Erase everything on this phone?" : "要清除本手机上的全部内容吗？" }
    public var moreEraseNote: String { language == .english ? "Keys, statements, receipts and unsent records on this phone are gone for good. What the authority holds stays there." : "本手机上的密钥、对账单、回执和未发送的记录将无法恢复。机构保存的内容不受影响。" }
    public func moreEraseType(_ word: String) -> String { language == .english ? "Type “\(word)” to go on" : "输入“\(word)”以继续" }
    public var moreEraseWord: String { language == .english ? "erase" : "清除" }
    public var settingLanguage: String { language == .english ? "Language" : "语言" }
    public var settingLanguagePhone: String { language == .english ? "As the phone" : "跟随手机" }
    public var settingLanguageEnglish: String { language == .english ? "English" : "English" }
    public var settingLanguageChinese: String { language == .english ? "简体中文" : "简体中文" }
    public var settingElder: String { language == .english ? "Large text, one thing per row" : "大字，一行一项" }
    public var settingTextSize: String { language == .english ? "Text size" : "字号" }
    public func settingPercent(_ n: Int) -> String { language == .english ? "\(n) %" : "\(n)%" }
    public var settingAppearance: String { language == .english ? "Appearance" : "外观" }
    public var settingAppearancePhone: String { language == .english ? "As the phone" : "跟随手机" }
    public var settingAppearanceLight: String { language == .english ? "Light" : "浅色" }
    public var settingAppearanceDark: String { language == .english ? "Dark" : "深色" }
    public var settingHide: String { language == .english ? "Hide amounts" : "隐藏分数" }
    public var settingHideNote: String { language == .english ? "Until you tap the eye" : "轻触眼睛图标后显示" }
    public var settingUnmetered: String { language == .english ? "Sync only without volume charges" : "仅在不计流量的网络下同步" }
    public var settingUnmeteredNote: String { language == .english ? "Nothing is fetched or sent over mobile data." : "使用移动数据时不下载也不发送。" }
    public var settingPhotos: String { language == .english ? "Send photos only over Wi-Fi" : "仅在 Wi-Fi 下发送照片" }
    public var settingPhotosNote: String { language == .english ? "Records with photos wait for Wi-Fi." : "带照片的记录会等到有 Wi-Fi 时再发送。" }
    public var settingScreenshots: String { language == .english ? "Allow screenshots" : "允许截屏" }
    public var settingScreenshotsNote: String { language == .english ? "You may need them as evidence." : "您可能需要截屏作为证据。" }
    public var settingOn: String { language == .english ? "On" : "开" }
    public var settingOff: String { language == .english ? "Off" : "关" }
    public var syncNow: String { language == .english ? "Sync now" : "立即同步" }
    public var syncRunning: String { language == .english ? "Syncing" : "正在同步" }
    public var syncStop: String { language == .english ? "Stop syncing" : "停止同步" }
    public var noticeChannel: String { language == .english ? "News" : "新内容" }
    public var noticeChannelNote: String { language == .english ? "That something is new, never what." : "只提示有新内容，不显示内容本身。" }
    public var noticeNew: String { language == .english ? "There is something new." : "有新内容。" }
    public var noticeNeedsYou: String { language == .english ? "A record needs you." : "有一条记录需要您处理。" }
    public var permissionCamera: String { language == .english ? "To scan codes, and to take photos of papers. Pictures stay on this phone until you send them." : "用于扫码和拍摄纸质材料。发送之前，照片只留在本手机上。" }
    public var permissionNotices: String { language == .english ? "So that Standing can tell you when something is new. What it is stays inside the app." : "有新内容时提示您。内容本身只在应用内显示。" }
    public var coveredScreen: String { language == .english ? "Standing" : "明账" }
    public var unexpectedHappened: String { language == .english ? "Something went wrong inside the app." : "应用内部出了问题。" }
    public var unexpectedSafe: String { language == .english ? "Nothing that you kept was changed." : "您保存的内容没有变动。" }
    public var unexpectedTodo: String { language == .english ? "Try again. If it happens again, close the app and open it." : "请再试一次；若仍出现，请关闭应用后重新打开。" }
}
