package standing.app.platform.camera

import android.content.Context
import android.graphics.ImageFormat
import android.hardware.camera2.CameraCharacteristics
import android.hardware.camera2.CameraManager
import android.util.Size

/** What a camera of this phone can do, as far as this app uses it. Both sizes are in the camera's own orientation. */
internal class Optics(val id: String, val hasLight: Boolean, val sensorTurn: Int, val reading: Size, val photo: Size) {
    companion object {
        /** Enough for the bars of a product code across the frame; every camera can read as much. */
        private const val READING = 1280

        /** The core keeps 2,048 pixels; a little more leaves room for turning. */
        private const val PHOTO = 4096

        /** The camera on the back; null if there is none. */
        fun find(manager: CameraManager): Optics? {
            val id = manager.cameraIdList.firstOrNull { manager.getCameraCharacteristics(it).isBack() } ?: return null
            val has = manager.getCameraCharacteristics(id)
            val sizes = has.get(CameraCharacteristics.SCALER_STREAM_CONFIGURATION_MAP)
            return Optics(
                id = id,
                hasLight = has.get(CameraCharacteristics.FLASH_INFO_AVAILABLE) == true,
                sensorTurn = has.get(CameraCharacteristics.SENSOR_ORIENTATION) ?: 90,
                reading = closest(sizes?.getOutputSizes(ImageFormat.YUV_420_888), READING, Size(1280, 720)),
                photo = closest(sizes?.getOutputSizes(ImageFormat.JPEG), PHOTO, Size(1920, 1080)),
            )
        }

        /** How far a picture must be turned clockwise to stand as the person sees it, on a screen turned by [screen] degrees. */
        fun turn(sensor: Int, screen: Int): Int = (sensor - screen + 360) % 360

        /** Among the sizes whose long side is at most [most], the one with the most pixels. */
        fun closest(sizes: Array<Size>?, most: Int, otherwise: Size): Size =
            sizes?.filter { maxOf(it.width, it.height) <= most }?.maxByOrNull { it.width * it.height } ?: otherwise

        private fun CameraCharacteristics.isBack() =
            get(CameraCharacteristics.LENS_FACING) == CameraCharacteristics.LENS_FACING_BACK

        /** Degrees by which the screen is turned from its natural position. */
        @Suppress("DEPRECATION")
        fun screenTurn(context: Context): Int =
            (context.getSystemService(Context.WINDOW_SERVICE) as android.view.WindowManager).defaultDisplay.rotation * 90
    }
}
