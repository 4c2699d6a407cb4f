import Foundation
import Logic
import UserNotifications

/// Local notifications: that something is new, never what. Nothing comes from a server.
@MainActor final class Notices: NSObject, UNUserNotificationCenterDelegate {
    static let shared = Notices()
    private static let name = "news"

    /// Shows one notice in place of the last, if notices were allowed.
    static func show(_ notice: Notice?) {
        guard let notice else { return }
        let content = UNMutableNotificationContent()
        content.title = notice.title
        content.body = notice.text
        content.interruptionLevel = .passive
        UNUserNotificationCenter.current().add(UNNotificationRequest(identifier: name, content: content, trigger: nil))
    }

    /// Whether notices may be shown; the system asks the person the first time.
    static func ask() async -> Bool {
        (try? await UNUserNotificationCenter.current().requestAuthorization(options: [.alert])) ?? false
    }

    /// Takes back what was shown, as after erasing.
    static func forget() {
        UNUserNotificationCenter.current().removeAllDeliveredNotifications()
        UNUserNotificationCenter.current().removeAllPendingNotificationRequests()
    }

    /// With the completion handler, and called on the main thread: the form that is `async` calls it on another one, where
    /// UIKit ends the app.
    nonisolated func userNotificationCenter(
        _ center: UNUserNotificationCenter, didReceive response: UNNotificationResponse,
        withCompletionHandler completionHandler: @escaping () -> Void
    ) {
        // The system hands it over to this call alone.
        nonisolated(unsafe) let done = completionHandler
        Task { @MainActor in
            Owner.shared.entrance.arrive("standing-app://home")
            done()
        }
    }
}
