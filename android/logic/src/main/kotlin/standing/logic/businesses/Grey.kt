package standing.logic.businesses

import com.google.zxing.LuminanceSource
import kotlin.math.abs
import kotlin.math.cos
import kotlin.math.roundToInt
import kotlin.math.sin
import standing.logic.Luminance

/** A picture's brightness, row by row: 0 is black, 255 is white. What is done to it gives a new picture. */
class Grey(val pixels: ByteArray, width: Int, height: Int) : LuminanceSource(width, height) {
    init {
        require(width > 0 && height > 0 && pixels.size >= width * height)
    }

    override fun getRow(y: Int, row: ByteArray?): ByteArray {
        val to = row?.takeIf { it.size >= width } ?: ByteArray(width)
        return to.also { pixels.copyInto(it, 0, y * width, (y + 1) * width) }
    }

    override fun getMatrix() = pixels

    private fun at(x: Int, y: Int) = pixels[y * width + x].toInt() and 0xFF

    /** The rows from [from] up to [to]. */
    fun rows(from: Int, to: Int) = Grey(pixels.copyOfRange(from * width, to * width), width, to - from)

    /** Half way between the darkest and the lightest pixel of a row's part. */
    fun middle(y: Int, from: Float, to: Float): Int {
        val part = part(from, to)
        return (part.minOf { at(it, y) } + part.maxOf { at(it, y) }) / 2
    }

    /** The darkest place of a row's part, each as the mean of three pixels; what lies outside the picture is light. */
    fun darkest(y: Int, from: Float, to: Float): Int =
        if (to < 0 || from >= width) WHITE else part(from, to).minOf { x -> mean(1, x, width) { at(it, y) } }

    private fun part(from: Float, to: Float) = from.toInt().coerceIn(0, width - 1)..to.toInt().coerceIn(0, width - 1)

    /** At half the size: fewer pixels, and less of a camera's grain. */
    fun halved(): Grey {
        if (width < 2 || height < 2) return this
        return made(width / 2, height / 2) { x, y ->
            (at(2 * x, 2 * y) + at(2 * x + 1, 2 * y) + at(2 * x, 2 * y + 1) + at(2 * x + 1, 2 * y + 1)) / 4
        }
    }

    /** Turned by quarters, clockwise. */
    fun quartered(quarters: Int): Grey =
        when (quarters.mod(4)) {
            1 -> made(height, width) { x, y -> at(y, height - 1 - x) }
            2 -> made(width, height) { x, y -> at(width - 1 - x, height - 1 - y) }
            3 -> made(height, width) { x, y -> at(width - 1 - y, x) }
            else -> this
        }

    /** Turned by any angle within a canvas of the same size; what comes in at the corners is white. */
    fun turned(degrees: Double): Grey {
        val (s, c) = Math.toRadians(degrees).let { sin(it) to cos(it) }
        val side = (abs(width * c) + abs(height * s)).roundToInt()
        val tall = (abs(width * s) + abs(height * c)).roundToInt()
        return made(side, tall) { x, y ->
            val dx = x - side / 2.0
            val dy = y - tall / 2.0
            between(dx * c + dy * s + width / 2.0, dy * c - dx * s + height / 2.0)
        }
    }

    /** The brightness between four pixels. */
    private fun between(x: Double, y: Double): Int {
        if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) return WHITE
        val left = x.toInt()
        val top = y.toInt()
        val right = x - left
        val below = y - top
        val upper = at(left, top) * (1 - right) + at(left + 1, top) * right
        val lower = at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right
        return (upper * (1 - below) + lower * below).roundToInt()
    }

    /** From black to white: what was taken in the dark is told apart again. All but one pixel in a hundred count. */
    fun stretched(): Grey {
        val count = IntArray(WHITE + 1)
        for (pixel in pixels) count[pixel.toInt() and 0xFF]++
        val spare = pixels.size / 100
        val dark = reached(count, spare)
        val light = reached(count, pixels.size - spare)
        if (light - dark < 2) return this
        val scale = IntArray(WHITE + 1) { (it - dark) * WHITE / (light - dark) }
        return made(width, height) { x, y -> scale[at(x, y)] }
    }

    private fun reached(count: IntArray, pixels: Int): Int {
        var sum = 0
        for (value in count.indices) {
            sum += count[value]
            if (sum >= pixels) return value
        }
        return WHITE
    }

    /** Each pixel farther from the mean of those around it: edges that a lens blurred stand out. */
    fun sharpened(): Grey {
        val around = blurred(2)
        return made(width, height) { x, y -> around.at(x, y) + 3 * (at(x, y) - around.at(x, y)) }
    }

    /** The mean of the pixels at most [reach] away. */
    private fun blurred(reach: Int): Grey {
        val across = made(width, height) { x, y -> mean(reach, x, width) { at(it, y) } }
        return across.made(width, height) { x, y -> across.mean(reach, y, height) { across.at(x, it) } }
    }

    private inline fun mean(reach: Int, middle: Int, end: Int, pixel: (Int) -> Int): Int {
        val from = (middle - reach).coerceAtLeast(0)
        val to = (middle + reach).coerceAtMost(end - 1)
        var sum = 0
        for (i in from..to) sum += pixel(i)
        return sum / (to - from + 1)
    }

    /** Black for white. */
    fun inverted() = made(width, height) { x, y -> WHITE - at(x, y) }

    private inline fun made(width: Int, height: Int, pixel: (Int, Int) -> Int): Grey {
        val made = ByteArray(width * height)
        var i = 0
        for (y in 0 until height) for (x in 0 until width) made[i++] = pixel(x, y).coerceIn(0, WHITE).toByte()
        return Grey(made, width, height)
    }

    companion object {
        private const val WHITE = 255

        /** A camera's picture as the person sees it. */
        fun of(frame: Luminance): Grey {
            val pixels = ByteArray(frame.width * frame.height)
            for (y in 0 until frame.height) {
                val from = y * frame.stride
                frame.bytes.copyInto(pixels, y * frame.width, from, from + frame.width)
            }
            return Grey(pixels, frame.width, frame.height).quartered(frame.turn / 90)
        }
    }
}
