import BackgroundTasks
import Foundation
import Logic
import UIKit

/// Syncs in the background when the system gives time for it: a short one now and then, a long one on the charger.
enum Background {
    private static let short = "org.standing.refresh"
    private static let long = "org.standing.sync"

    /// Must be called before the app has finished to launch.
    static func register() {
        for name in [short, long] {
            BGTaskScheduler.shared.register(forTaskWithIdentifier: name, using: nil) { given in
                plan()
                // The system hands the task over to this closure alone.
                nonisolated(unsafe) let given = given
                let work = Task { @MainActor in
                    let ending = await Owner.shared.backgroundSync()
                    if case .done(let notice, let next) = ending {
                        Notices.show(notice)
                        if let next { plan(next) }
                    }
                    given.setTaskCompleted(success: ending != .failed && ending != .locked)
                }
                given.expirationHandler = { work.cancel() }
            }
        }
    }

    /// Asks for a short time in an hour or later, or when what waits is tried again, and for a long one in six hours,
    /// with a network.
    static func plan(_ next: Date? = nil) {
        let refresh = BGAppRefreshTaskRequest(identifier: short)
        let regular = Date(timeIntervalSinceNow: 3600)
        refresh.earliestBeginDate = min(next ?? regular, regular)
        let processing = BGProcessingTaskRequest(identifier: long)
        processing.requiresNetworkConnectivity = true
        processing.earliestBeginDate = Date(timeIntervalSinceNow: 6 * 3600)
        for request in [refresh, processing] as [BGTaskRequest] {
            // Refused in a simulator, and where the person has switched background work off: syncing by hand still works.
            try? BGTaskScheduler.shared.submit(request)
        }
    }
}

/// The time that the system gives a sync that is at work when the app is left.
@MainActor final class SpareTime {
    private var task = UIBackgroundTaskIdentifier.invalid

    func begin(_ syncing: Syncing) {
        guard syncing.isRunning, task == .invalid else { return }
        task = UIApplication.shared.beginBackgroundTask(withName: "sync") { [weak self] in
            // What has arrived is kept; the next sync goes on from there.
            syncing.stop()
            self?.end()
        }
        Task {
            await syncing.ended()
            end()
        }
    }

    private func end() {
        guard task != .invalid else { return }
        UIApplication.shared.endBackgroundTask(task)
        task = .invalid
    }
}
