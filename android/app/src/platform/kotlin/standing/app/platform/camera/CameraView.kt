package standing.app.platform.camera

import android.annotation.SuppressLint
import android.content.Context
import android.graphics.Matrix
import android.graphics.RectF
import android.graphics.SurfaceTexture
import android.util.Size
import android.view.Surface
import android.view.TextureView

/** Shows what the camera sees, upright and filling the view, as a mirror of nothing: no picture is kept. */
@SuppressLint("ViewConstructor")
class CameraView(context: Context, private val camera: BackCamera) : TextureView(context), TextureView.SurfaceTextureListener {
    private var surface: Surface? = null

    init {
        surfaceTextureListener = this
        importantForAccessibility = IMPORTANT_FOR_ACCESSIBILITY_NO
    }

    override fun onSurfaceTextureAvailable(texture: SurfaceTexture, width: Int, height: Int) {
        val drawing = camera.drawing() ?: FALLBACK
        texture.setDefaultBufferSize(drawing.width, drawing.height)
        shape(drawing, width, height)
        surface = Surface(texture).also(camera::showOn)
    }

    override fun onSurfaceTextureSizeChanged(texture: SurfaceTexture, width: Int, height: Int) =
        shape(camera.drawing() ?: FALLBACK, width, height)

    override fun onSurfaceTextureDestroyed(texture: SurfaceTexture): Boolean {
        camera.showOn(null)
        surface?.release()
        surface = null
        return true
    }

    override fun onSurfaceTextureUpdated(texture: SurfaceTexture) = Unit

    private fun shape(drawing: Size, width: Int, height: Int) =
        setTransform(matrix(drawing, width.toFloat(), height.toFloat(), Optics.screenTurn(context)))

    internal companion object {
        private val FALLBACK = Size(1280, 720)

        /**
         * The system turns the picture upright for the natural position of the phone and stretches it over the view. This
         * takes the stretching back, fills the view by cutting off what is too much, and turns by how the phone is held.
         */
        fun matrix(drawing: Size, width: Float, height: Float, screenTurn: Int): Matrix {
            val matrix = Matrix()
            if (width <= 0 || height <= 0) return matrix
            val sideways = screenTurn % 180 != 0
            // The sensor lies across: what is wide for it stands upright for the person.
            val shown = RectF(0f, 0f, drawing.height.toFloat(), drawing.width.toFloat())
            val view = RectF(0f, 0f, width, height)
            val (across, along) = if (sideways) shown.height() to shown.width() else shown.width() to shown.height()
            val fill = maxOf(width / across, height / along)
            matrix.setScale(shown.width() * fill / width, shown.height() * fill / height, view.centerX(), view.centerY())
            if (screenTurn != 0) matrix.postRotate(-screenTurn.toFloat(), view.centerX(), view.centerY())
            return matrix
        }
    }
}
