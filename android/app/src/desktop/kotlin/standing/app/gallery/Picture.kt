package standing.app.gallery

import java.awt.image.BufferedImage
import java.io.ByteArrayOutputStream
import java.io.DataOutputStream
import java.util.zip.CRC32
import java.util.zip.Deflater
import java.util.zip.DeflaterOutputStream

/** What a shot looks like, row by row; each of the [pixels] is blue, green, red and alpha. */
class Picture(val width: Int, val height: Int, val pixels: ByteArray) {
    /** As a PNG, as large as the drawing library's own and made in a tenth of the time. */
    fun png(): ByteArray {
        val file = ByteArrayOutputStream()
        val out = DataOutputStream(file)
        out.write(byteArrayOf(0x89.toByte(), 'P'.code.toByte(), 'N'.code.toByte(), 'G'.code.toByte(), 13, 10, 26, 10))
        out.chunk("IHDR") {
            writeInt(width)
            writeInt(height)
            // Eight bits for each of three colours; nothing of the rest.
            write(byteArrayOf(8, 2, 0, 0, 0))
        }
        out.chunk("IDAT") { write(packed()) }
        out.chunk("IEND") {}
        return file.toByteArray()
    }

    /** Rows as they are: what a filter would gain on photos, it loses on pages of text. */
    private fun packed(): ByteArray {
        val bytes = ByteArrayOutputStream(pixels.size / 16)
        val deflater = Deflater(LEVEL)
        DeflaterOutputStream(bytes, deflater, 1 shl 16).use { out ->
            val row = ByteArray(1 + 3 * width)
            for (y in 0 until height) {
                for (x in 0 until width) for (colour in 0..2) row[1 + 3 * x + colour] = at(x, y, colour).toByte()
                out.write(row)
            }
        }
        deflater.end()
        return bytes.toByteArray()
    }

    /** Red is 0, green 1, blue 2. */
    private fun at(x: Int, y: Int, colour: Int): Int = pixels[4 * (y * width + x) + 2 - colour].toInt() and 0xFF

    fun image(): BufferedImage {
        val image = BufferedImage(width, height, BufferedImage.TYPE_INT_RGB)
        for (y in 0 until height) for (x in 0 until width) image.setRGB(x, y, (at(x, y, 0) shl 16) or (at(x, y, 1) shl 8) or at(x, y, 2))
        return image
    }

    private fun DataOutputStream.chunk(type: String, content: DataOutputStream.() -> Unit) {
        val body = ByteArrayOutputStream()
        DataOutputStream(body).run {
            writeBytes(type)
            content()
        }
        val bytes = body.toByteArray()
        writeInt(bytes.size - type.length)
        write(bytes)
        writeInt(CRC32().apply { update(bytes) }.value.toInt())
    }

    private companion object {
        const val LEVEL = 4
    }
}
