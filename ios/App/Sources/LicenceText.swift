import Foundation
import Logic
import Vision

/// Reads the text in a photo with the phone's own recogniser. Nothing leaves the phone.
struct LicenceText: TextReader {
    func lines(in photo: [UInt8]) async -> [String] {
        await Task.detached {
            let request = VNRecognizeTextRequest()
            request.recognitionLevel = .accurate
            request.recognitionLanguages = ["zh-Hans", "en-US"]
            // A code is no word of any language.
            request.usesLanguageCorrection = false
            // The photo's own orientation is in its file.
            try? VNImageRequestHandler(data: Data(photo)).perform([request])
            return request.results?.compactMap { $0.topCandidates(1).first?.string } ?? []
        }.value
    }
}
