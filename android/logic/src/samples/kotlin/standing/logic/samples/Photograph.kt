package standing.logic.samples

import java.awt.Color
import java.awt.RenderingHints
import java.awt.image.BufferedImage
import java.awt.image.ConvolveOp
import java.awt.image.Kernel
import java.io.File
import java.util.Random
import javax.imageio.ImageIO
import kotlin.math.exp
import kotlin.math.roundToInt
import standing.logic.Luminance

/** What a phone's camera would see of a printed code: 1,280 by 720 pixels, crooked, out of focus, in the dark. */
class Photograph private constructor(private val image: BufferedImage) {
    constructor(print: File, degrees: Double = 0.0, scale: Double = 1.0) : this(shelf()) {
        val code = checkNotNull(ImageIO.read(print)) { "$print is no picture" }
        image.drawn {
            translate(WIDTH / 2.0, HEIGHT / 2.0)
            rotate(Math.toRadians(degrees))
            scale(scale, scale)
            drawImage(code, -code.width / 2, -code.height / 2, null)
        }
    }

    /** Out of focus: each point is spread over some pixels. */
    fun blurred(spread: Double): Photograph {
        val reach = (3 * spread).roundToInt().coerceAtLeast(1)
        val weights = FloatArray(2 * reach + 1) { exp(-(it - reach) * (it - reach) / (2 * spread * spread)).toFloat() }
        val sum = weights.sum()
        val even = FloatArray(weights.size) { weights[it] / sum }
        val across = ConvolveOp(Kernel(even.size, 1, even), ConvolveOp.EDGE_NO_OP, null).filter(image, null)
        return Photograph(ConvolveOp(Kernel(1, even.size, even), ConvolveOp.EDGE_NO_OP, null).filter(across, null))
    }

    /** In the dark: white reaches only [light] of 255, less to the right, and black is not quite black. */
    fun dark(light: Int): Photograph =
        each { x, _, value -> DARKEST + value * light * (2 * WIDTH - x) / (2 * WIDTH) / 255 }

    /** Grain, as of a small sensor: the same each time. */
    fun grainy(spread: Double, seed: Long = 7): Photograph {
        val random = Random(seed)
        return each { _, _, value -> value + (random.nextGaussian() * spread).roundToInt() }
    }

    fun frame(turn: Int = 0): Luminance {
        val pixels = ByteArray(image.width * image.height) { value(it % image.width, it / image.width).toByte() }
        return Luminance(pixels, image.width, image.height, turn = turn)
    }

    /** For looking at it. */
    fun save(to: File) {
        to.parentFile.mkdirs()
        ImageIO.write(image, "png", to)
    }

    private fun value(x: Int, y: Int) = image.raster.getSample(x, y, 0)

    private fun each(value: (Int, Int, Int) -> Int): Photograph {
        val made = BufferedImage(image.width, image.height, BufferedImage.TYPE_BYTE_GRAY)
        for (y in 0 until image.height) for (x in 0 until image.width) {
            made.raster.setSample(x, y, 0, value(x, y, value(x, y)).coerceIn(0, 255))
        }
        return Photograph(made)
    }

    companion object {
        private const val WIDTH = 1280
        private const val HEIGHT = 720
        private const val DARKEST = 12

        /** Without any code: a shelf with packets, their stripes and small print. */
        fun ofShelf() = Photograph(shelf())

        /** Without any code: a striped shirt, whose stripes are [wide] pixels or a little less. */
        fun ofStripes(wide: Int): Photograph {
            val random = Random(wide.toLong())
            val stripes = BooleanArray(WIDTH)
            var x = 0
            while (x < WIDTH) {
                val end = (x + 1 + random.nextInt(wide)).coerceAtMost(WIDTH)
                val black = random.nextBoolean()
                while (x < end) stripes[x++] = black
            }
            return Photograph(shelf()).each { at, _, _ -> if (stripes[at]) 30 else 220 }
        }

        private fun shelf(): BufferedImage {
            val image = BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY)
            val random = Random(1)
            image.drawn {
                paint = Color(190, 190, 190)
                fillRect(0, 0, WIDTH, HEIGHT)
                repeat(PACKETS) {
                    paint = Color.getHSBColor(0f, 0f, 0.3f + 0.6f * random.nextFloat())
                    val (left, top) = random.nextInt(WIDTH) to random.nextInt(HEIGHT)
                    fillRect(left, top, 30 + random.nextInt(200), 20 + random.nextInt(160))
                    drawString("西湖龙井 净含量 250 g", random.nextInt(WIDTH), random.nextInt(HEIGHT))
                }
            }
            return image
        }

        private const val PACKETS = 60

        private fun BufferedImage.drawn(draw: java.awt.Graphics2D.() -> Unit) {
            val canvas = createGraphics()
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR)
            canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON)
            canvas.draw()
            canvas.dispose()
        }
    }
}
