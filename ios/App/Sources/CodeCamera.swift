import AVFoundation
import SwiftUI
import Vision

/// The camera on the phone's back, reading codes. No picture is kept. Everything but the session is touched on its own
/// queue only.
final class CodeCamera: NSObject, AVCaptureVideoDataOutputSampleBufferDelegate, @unchecked Sendable {
    let session = AVCaptureSession()
    private let queue = DispatchQueue(label: "org.standing.camera")
    private var device: AVCaptureDevice?
    private var saw: (@MainActor (String) -> Void)?

    /// How many pictures of it are on the screen: a new one may come before the last is gone.
    @MainActor private var watchers = 0

    /// Begins to read; false where the camera may not be used or there is none. Typing still works.
    @MainActor func begin(_ saw: @escaping @MainActor (String) -> Void) async -> Bool {
        watchers += 1
        guard await AVCaptureDevice.requestAccess(for: .video) else { return false }
        // While the person was asked, the page may have gone.
        guard watchers > 0 else { return true }
        return await withCheckedContinuation { answer in
            queue.async { answer.resume(returning: self.start(saw)) }
        }
    }

    @MainActor func end() {
        watchers -= 1
        guard watchers == 0 else { return }
        queue.async {
            self.saw = nil
            self.session.stopRunning()
        }
    }

    func toggleLight() {
        queue.async {
            guard let device = self.device, device.hasTorch, (try? device.lockForConfiguration()) != nil else { return }
            device.torchMode = device.torchMode == .on ? .off : .on
            device.unlockForConfiguration()
        }
    }

    private func start(_ saw: @escaping @MainActor (String) -> Void) -> Bool {
        self.saw = saw
        if session.inputs.isEmpty {
            guard let device = AVCaptureDevice.default(.builtInWideAngleCamera, for: .video, position: .back),
                let input = try? AVCaptureDeviceInput(device: device), session.canAddInput(input)
            else { return false }
            let output = AVCaptureVideoDataOutput()
            output.alwaysDiscardsLateVideoFrames = true
            output.setSampleBufferDelegate(self, queue: queue)
            guard session.canAddOutput(output) else { return false }
            session.addInput(input)
            session.addOutput(output)
            self.device = device
        }
        session.startRunning()
        return true
    }

    func captureOutput(
        _ output: AVCaptureOutput, didOutput sample: CMSampleBuffer, from connection: AVCaptureConnection
    ) {
        guard let picture = CMSampleBufferGetImageBuffer(sample), let saw else { return }
        let request = VNDetectBarcodesRequest()
        // ITF-14 is on cartons.
        request.symbologies = [.qr, .ean13, .ean8, .upce, .itf14, .code128, .dataMatrix]
        try? VNImageRequestHandler(cvPixelBuffer: picture, orientation: .right).perform([request])
        guard let found = request.results?.first, let payload = found.payloadStringValue else { return }
        let bars: ScanModel.Bars? =
            switch found.symbology {
            case .ean8: .ean8
            case .upce: .upce
            default: nil
            }
        let code = ScanModel.text(payload, isGS1: found.isGS1DataCarrier, bars: bars)
        Task { @MainActor in saw(code) }
    }
}

/// What the camera sees. VoiceOver hears the sentence below it instead.
struct CameraPicture: UIViewRepresentable {
    let camera: CodeCamera
    let saw: @MainActor (String) -> Void

    func makeUIView(context: Context) -> Preview {
        let view = Preview()
        view.glass.session = camera.session
        view.glass.videoGravity = .resizeAspectFill
        Task {
            if await camera.begin(saw) { view.keepLevel(camera.session) } else { Owner.shared.cameraRefused() }
        }
        return view
    }

    func updateUIView(_ view: Preview, context: Context) {}
    static func dismantleUIView(_ view: Preview, coordinator: ()) { Owner.shared.camera.end() }

    final class Preview: UIView {
        override static var layerClass: AnyClass { AVCaptureVideoPreviewLayer.self }
        var glass: AVCaptureVideoPreviewLayer { layer as! AVCaptureVideoPreviewLayer }
        private var level: AVCaptureDevice.RotationCoordinator?
        private var turning: NSKeyValueObservation?

        /// However the phone is held, the picture is upright.
        func keepLevel(_ session: AVCaptureSession) {
            guard let input = session.inputs.first as? AVCaptureDeviceInput else { return }
            let level = AVCaptureDevice.RotationCoordinator(device: input.device, previewLayer: glass)
            turning = level.observe(\.videoRotationAngleForHorizonLevelPreview, options: [.initial]) {
                [weak self] level, _ in
                let angle = level.videoRotationAngleForHorizonLevelPreview
                Task { @MainActor [weak self] in self?.turn(to: angle) }
            }
            self.level = level
        }

        private func turn(to angle: CGFloat) {
            guard let connection = glass.connection, connection.isVideoRotationAngleSupported(angle) else { return }
            connection.videoRotationAngle = angle
        }
    }
}

extension Owner {
    /// The camera may not be used: the screen says so, and typing still works.
    func cameraRefused() {
        guard let shell, let scan = shell.screen(shell.navigator.top) as? ScanModel else { return }
        scan.sight = .none
    }
}
