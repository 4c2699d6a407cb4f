package standing.app.platform.camera

import android.hardware.camera2.CameraAccessException
import android.hardware.camera2.CameraCaptureSession
import android.hardware.camera2.CameraDevice
import android.hardware.camera2.CaptureRequest
import android.hardware.camera2.TotalCaptureResult
import android.hardware.camera2.params.InputConfiguration
import android.hardware.camera2.params.OutputConfiguration
import android.hardware.camera2.params.SessionConfiguration
import android.os.Handler
import android.view.Surface

/** A camera that was taken away: it gives no request. It says whether it was closed, and keeps who asked for pictures. */
class FakeCamera : CameraDevice() {
    @Volatile
    var isClosed = false

    @Volatile
    var asked: CameraCaptureSession.StateCallback? = null

    override fun getId() = "0"

    override fun close() {
        isClosed = true
    }

    override fun createCaptureRequest(templateType: Int): CaptureRequest.Builder = throw CameraAccessException(CameraAccessException.CAMERA_DISCONNECTED)

    override fun createReprocessCaptureRequest(inputResult: TotalCaptureResult): CaptureRequest.Builder = createCaptureRequest(0)

    override fun createCaptureSession(config: SessionConfiguration) {
        asked = config.stateCallback
    }

    @Deprecated("Before Android 9")
    override fun createCaptureSession(outputs: List<Surface>, callback: CameraCaptureSession.StateCallback, handler: Handler?) {
        asked = callback
    }

    @Deprecated("Not used")
    override fun createCaptureSessionByOutputConfigurations(
        outputs: List<OutputConfiguration>,
        callback: CameraCaptureSession.StateCallback,
        handler: Handler?,
    ) = Unit

    @Deprecated("Not used")
    override fun createReprocessableCaptureSession(
        input: InputConfiguration,
        outputs: List<Surface>,
        callback: CameraCaptureSession.StateCallback,
        handler: Handler?,
    ) = Unit

    @Deprecated("Not used")
    override fun createReprocessableCaptureSessionByConfigurations(
        input: InputConfiguration,
        outputs: List<OutputConfiguration>,
        callback: CameraCaptureSession.StateCallback,
        handler: Handler?,
    ) = Unit

    @Deprecated("Not used")
    override fun createConstrainedHighSpeedCaptureSession(outputs: List<Surface>, callback: CameraCaptureSession.StateCallback, handler: Handler?) = Unit

    @Deprecated("Not used")
    override fun createCustomCaptureSession(
        input: InputConfiguration?,
        outputs: List<OutputConfiguration>,
        mode: Int,
        callback: CameraCaptureSession.StateCallback,
        handler: Handler?,
    ) = Unit
}
