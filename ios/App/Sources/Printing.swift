import UIKit

/// Prints a page by the system's own sheet, which also saves it as a PDF.
@MainActor enum Printing {
    static func print(_ name: String, _ html: String, cannot: @escaping @MainActor () -> Void) {
        guard UIPrintInteractionController.isPrintingAvailable else { return cannot() }
        let sheet = UIPrintInteractionController.shared
        let job = UIPrintInfo(dictionary: nil)
        job.jobName = name
        job.outputType = .general
        sheet.printInfo = job
        sheet.printFormatter = UIMarkupTextPrintFormatter(markupText: html)
        sheet.present(animated: true)
    }
}
