import Logic
import SwiftUI
import UI
import UserNotifications

/// The entry point. Everything that can be decided without Apple's frameworks is decided in `Logic`.
@main struct StandingApp: App {
    @UIApplicationDelegateAdaptor(Launch.self) private var launch
    @Environment(\.scenePhase) private var phase
    @State private var owner = Owner.shared

    var body: some Scene {
        WindowGroup {
            RootView(owner.entrance, owner.glasses)
                .modifier(Papers(owner: owner))
                .modifier(Covering(owner: owner))
                // Here, where it is heard before the app is open, too.
                .onOpenURL { owner.entrance.arrive($0.absoluteString) }
                .task { await owner.entrance.open() }
                .onChange(of: phase) { _, now in changed(now) }
        }
    }

    private func changed(_ now: ScenePhase) {
        switch now {
        // Before it is active the cover lies over it: so nothing is seen before it is locked.
        case .inactive: owner.returned()
        case .active:
            owner.returned()
            Task { await owner.cameForward() }
        case .background:
            owner.wasLeft()
            Background.plan(owner.shell?.app.syncing.nextAttempt)
        default: break
        }
    }
}

/// What has to be registered before the app has finished to launch.
final class Launch: NSObject, UIApplicationDelegate {
    func application(
        _ application: UIApplication,
        didFinishLaunchingWithOptions options: [UIApplication.LaunchOptionsKey: Any]? = nil
    ) -> Bool {
        Background.register()
        UNUserNotificationCenter.current().delegate = Notices.shared
        return true
    }

    func application(
        _ application: UIApplication, configurationForConnecting session: UISceneSession,
        options: UIScene.ConnectionOptions
    ) -> UISceneConfiguration {
        // The action that opened the app: it is held until the app is open.
        if let action = options.shortcutItem { Owner.shared.entrance.arrive(action.type) }
        let configuration = UISceneConfiguration(name: nil, sessionRole: session.role)
        configuration.delegateClass = QuickActions.self
        return configuration
    }
}

/// Hears the quick actions of the icon while the app is there. Each is named by its door.
final class QuickActions: NSObject, UIWindowSceneDelegate {
    func windowScene(
        _ scene: UIWindowScene, performActionFor action: UIApplicationShortcutItem,
        completionHandler: @escaping (Bool) -> Void
    ) {
        Owner.shared.entrance.arrive(action.type)
        completionHandler(true)
    }
}
