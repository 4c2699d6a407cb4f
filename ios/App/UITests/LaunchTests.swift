import XCTest

/// The app starts, and each tab opens a page of its own.
@MainActor final class LaunchTests: XCTestCase {
    func testEachTabHasAPathOfItsOwn() {
        continueAfterFailure = false
        let app = XCUIApplication()
        app.launch()
        let tabs = app.tabBars.buttons
        XCTAssertTrue(tabs.firstMatch.waitForExistence(timeout: 30))
        XCTAssertEqual(tabs.count, 4)
        // More, its settings; then another tab, where no settings are.
        tabs.element(boundBy: 3).tap()
        app.descendants(matching: .any)["settings"].firstMatch.tap()
        let elder = app.descendants(matching: .any)["elder"].firstMatch
        XCTAssertTrue(elder.waitForExistence(timeout: 10))
        tabs.element(boundBy: 0).tap()
        XCTAssertFalse(elder.isHittable)
        // Back to what was open there; a second tap leads to the beginning.
        tabs.element(boundBy: 3).tap()
        XCTAssertTrue(elder.waitForExistence(timeout: 10))
        tabs.element(boundBy: 3).tap()
        XCTAssertTrue(app.descendants(matching: .any)["licences"].firstMatch.waitForExistence(timeout: 10))
    }
}
