import Core

/// What a person can do on a screen.
public enum Act: Hashable, Sendable {
    /// Opens a place.
    case go(Place)
    /// Goes back where this came from.
    case back
    /// Presses a button of this screen.
    case press(Press)
    /// Types: the whole text as it is then.
    case write(Input, String)
    /// Chooses one of several.
    case choose(Input, String)
    /// Turns a switch.
    case turn(Input, Bool)
    /// Reads a text aloud.
    case read(String)
    /// Does what would save a file, and offers that to other apps instead.
    indirect case share(Act)
}

/// The buttons of all screens.
public enum Press: String, CaseIterable, Sendable {
    // Everywhere
    case again, hideAmounts, showAmounts, largerText, normalText, copy
    // Joining
    case readLink, look, sendCode, mine, notMine, keepBoth, checkGroups, relyOn, tellBelow, fetchNow, leave, remove
    // Businesses
    case light, read, watch, eraseRecent, eraseRecentForGood
    case watchBusiness, unwatchBusiness, saveAnswer, find, chooseRecent, stopWatching, stopWatchingForGood, eraseAnswer
    // Records
    case takePhoto, choosePhoto, removePhoto, check, send, retry, withdraw, withdrawForGood, keep, confirm, edit, export
    case saveReceipt, addToCalendar
    // Warnings
    case putAside, reopen
    // Notices
    case readAll, markNew, otherLanguage
    // Cases
    case goOn, onPaper, printLetter, saveDays, notePaper, eraseLetter, eraseLetterForGood
    // Syncing and settings
    case sync, stop, dismiss, erase, systemSettings, notices, unlock
    // People
    case savePerson, saveFirst
}

/// The fields, switches and choices of all screens.
public enum Input: String, CaseIterable, Sendable {
    case link, code, firstGroup, secondGroup, query, scanned, membership, register, reliance
    case compared, leftOut, watched, exported, answer, updated
    case rule, day, description, organiser, activity, hours, minutes, donationCode, place, donation, volume, units,
        photo
    case earlier, later
    case ground, words, wants, right, says, mark, senderName, senderAddress
    case language, appearance, elder, textSize, hideAmounts, unmetered, photosOverWifi, screenshots
    case appLock, lockAfter
    case eraseWord
    case personName, personMark, personLock, shown
}

/// What the app does after a screen has dealt with an act.
public enum Step: Equatable, Sendable {
    /// Opens a place above this one.
    case open(Place)
    /// Opens a place instead of this one.
    case replace(Place)
    /// Goes back.
    case back
    /// Shows the first screen of a tab and forgets what lay above it.
    case root(Place)
    /// Offers files to keep somewhere.
    case save([File])
    /// Offers a file to keep somewhere, which then is removed here.
    case move(SpareFile)
    /// Offers files to other apps, which then are removed here.
    case share([SpareFile])
    /// Hands a page that loads nothing to the system's print sheet, which also makes a PDF of it.
    case print(name: String, html: String)
    /// Puts a text on the clipboard.
    case copy(String)
    /// Asks for a photo: by the camera, or from the photos.
    case photo(camera: Bool)
    /// Switches the camera's light.
    case light
    /// Asks whether notifications may be shown; where that was refused, opens the phone's own settings.
    case notices
    /// Opens the phone's own settings for this app.
    case systemSettings
    /// Offers a day for the calendar: what is due then, in words that say nothing private.
    case calendar(Deadline)
    /// Everything was erased: starts over.
    case startOver
}

/// A file that the person keeps somewhere.
public struct File: Equatable, Sendable {
    public let name: String
    public let bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
