package standing.logic.businesses

import com.google.zxing.BarcodeFormat
import com.google.zxing.BinaryBitmap
import com.google.zxing.Binarizer
import com.google.zxing.DecodeHintType
import com.google.zxing.LuminanceSource
import com.google.zxing.MultiFormatReader
import com.google.zxing.ReaderException
import com.google.zxing.Result
import com.google.zxing.ResultMetadataType
import com.google.zxing.common.GlobalHistogramBinarizer
import com.google.zxing.common.HybridBinarizer
import standing.logic.Luminance

/**
 * Finds the code in a camera's pictures: the bars on a product, the squares on a licence or a letter.
 * Everything happens on this phone. Used by one thread at a time.
 *
 * A picture is looked at in two ways: as it is, and in one of the other [ways]; the next picture in
 * the next of them. So a camera that is held still gets through all of them in a second, and no
 * picture takes long.
 */
class CodeReader {
    private val reader = MultiFormatReader().apply { setHints(HINTS) }
    private var next = 0

    /** The text of the code in [frame]; null if none is found in it. */
    fun read(frame: Luminance): String? {
        val seen = small(Grey.of(frame))
        read(ways.first(), seen)?.let { return it }
        next = next % (ways.size - 1) + 1
        return read(ways[next], seen)?.also { next-- }
    }

    private fun read(way: Way, seen: Grey): String? {
        val picture = way.look(seen)
        val found = decoded(picture, way.binarizer) ?: return null
        val sure = found.barcodeFormat !in LINEAR || (alone(found, picture) && again(found, picture, way))
        return text(found).takeIf { sure }
    }

    private fun decoded(picture: Grey, binarizer: (LuminanceSource) -> Binarizer): Result? =
        try {
            reader.decodeWithState(BinaryBitmap(binarizer(picture)))
        } catch (_: ReaderException) {
            null
        } finally {
            reader.reset()
        }

    /**
     * Bars of a product's number stand alone: beside them is light paper. So neither a piece of another code nor a
     * striped shirt is taken for one.
     */
    private fun alone(found: Result, picture: Grey): Boolean {
        val modules = MODULES[found.barcodeFormat] ?: return true
        val line = found.line(picture)
        // The reader gives the middles of the outer bars, which are three modules wide.
        val first = found.resultPoints.minOf { it.x }
        val last = found.resultPoints.maxOf { it.x }
        val module = (last - first) / (modules - 3)
        if (module < FINEST) return false
        val light = picture.middle(line, first, last)
        val near = QUIET_FROM * module
        val far = QUIET_TO * module
        val left = picture.darkest(line, first - far, first - near)
        val right = picture.darkest(line, last + near, last + far)
        return left > light && right > light
    }

    private fun Result.line(picture: Grey) = resultPoints.first().y.toInt().coerceIn(0, picture.height - 1)

    /**
     * Bars are read along one line, and noise looks like bars now and then: one digit in ten passes the check digit. So
     * a line above or below must say the same.
     */
    private fun again(found: Result, picture: Grey, way: Way): Boolean {
        val line = found.line(picture)
        val parts = listOf(line + 1 to picture.height, 0 to line)
        return parts.filter { (from, to) -> to - from >= LEAST_ROWS }.any { (from, to) ->
            decoded(picture.rows(from, to), way.binarizer)?.text == found.text
        }
    }

    /** A way to look at a picture. */
    private class Way(val binarizer: (LuminanceSource) -> Binarizer, val look: (Grey) -> Grey)

    private companion object {
        /** More pixels than this hold no more of a code, only more work. */
        const val MOST_PIXELS = 1_300_000
        const val LEAST_ROWS = 4

        /** Pixels that the finest bar must have, and where its light paper begins and ends, in modules from the middles. */
        const val FINEST = 1.3f
        const val QUIET_FROM = 2.5f
        const val QUIET_TO = 6f

        /** Modules in a code, from the first bar to the last. */
        val MODULES = mapOf(BarcodeFormat.EAN_13 to 95, BarcodeFormat.UPC_A to 95, BarcodeFormat.EAN_8 to 67)

        /** Not UPC-E: its few bars are found in pieces of other codes, and it is hardly ever printed in China. */
        val LINEAR = listOf(
            BarcodeFormat.EAN_13,
            BarcodeFormat.EAN_8,
            BarcodeFormat.UPC_A,
            BarcodeFormat.ITF,
            BarcodeFormat.CODE_128,
        )

        val HINTS = mapOf(
            DecodeHintType.TRY_HARDER to true,
            DecodeHintType.POSSIBLE_FORMATS to LINEAR + BarcodeFormat.QR_CODE + BarcodeFormat.DATA_MATRIX,
            // Of these bars only those of a carton's 14 digits: shorter ones are found in every striped shirt.
            DecodeHintType.ALLOWED_LENGTHS to intArrayOf(14),
        )

        val ways = listOf(
            Way(::HybridBinarizer) { it },
            Way(::HybridBinarizer) { it.quartered(1) },
            Way(::GlobalHistogramBinarizer) { it.stretched() },
            Way(::HybridBinarizer) { it.stretched().halved() },
            Way(::HybridBinarizer) { it.turned(45.0) },
            Way(::HybridBinarizer) { it.turned(-45.0) },
            Way(::HybridBinarizer) { it.stretched().sharpened() },
            Way(::HybridBinarizer) { it.stretched() },
            Way(::GlobalHistogramBinarizer) { it.stretched().halved().quartered(1) },
            Way(::HybridBinarizer) { it.inverted() },
            Way(::HybridBinarizer) { it.turned(22.5) },
            Way(::HybridBinarizer) { it.turned(-22.5) },
            Way(::HybridBinarizer) { it.turned(67.5) },
            Way(::HybridBinarizer) { it.turned(-67.5) },
        )

        fun small(picture: Grey): Grey =
            if (picture.width.toLong() * picture.height <= MOST_PIXELS) picture else small(picture.halved())

        /** Symbology identifiers of ISO/IEC 15424 that announce GS1's element strings. */
        val GS1 = setOf("]C1", "]d2", "]Q3")
        val GTIN_FIRST = Regex("01(\\d{14}).*", RegexOption.DOT_MATCHES_ALL)

        /** What the core reads: of GS1's element strings the product's number; of an EAN-8 also that it is one. */
        fun text(found: Result): String {
            val kind = found.resultMetadata?.get(ResultMetadataType.SYMBOLOGY_IDENTIFIER)
            val gtin = GTIN_FIRST.matchEntire(found.text.trimStart('\u001d')).takeIf { kind in GS1 }
            val text = gtin?.let { "(01)${it.groupValues[1]}" } ?: found.text
            // Eight digits may be two codes: which bars they are, the core has to know.
            return if (found.barcodeFormat == BarcodeFormat.EAN_8) "]E4$text" else text
        }
    }
}
