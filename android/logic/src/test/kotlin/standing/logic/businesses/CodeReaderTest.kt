package standing.logic.businesses

import java.io.File
import java.util.Random
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.logic.Luminance
import standing.logic.samples.Photograph

/** Codes drawn by zint and qrencode (`src/samples/resources/standing/codes/make.sh`), photographed well and badly. */
class CodeReaderTest {
    private val codes = mapOf(
        "ean13" to "6922255451427",
        "ean8" to "]E496385074",
        "upca" to "036000291452",
        "itf14" to "16922255451424",
        "gs1-128" to "(01)06922255451427",
        "code128" to "91330106MA2CFLDG4R",
        "datamatrix" to "(01)06922255451427",
        "licence" to "https://licence.example/q?uniscid=91330106MA2CFLDG4R&x=2",
        "licence-text" to "统一社会信用代码:91330106MA2CFLDG4R;名称:杭州西湖茶业有限公司",
        "link" to "standing:register?v=1&repo=https://register.example/zj&root=1.0K3F-7QH2",
        "digital-link" to "https://tea.example/01/06922255451427/21/7",
    )

    private fun print(name: String) = File(checkNotNull(javaClass.getResource("/standing/codes/$name.png")).toURI())

    /** What is read while the camera is held still for [pictures] pictures. */
    private fun read(frame: Luminance, pictures: Int = WAYS): String? {
        val reader = CodeReader()
        return (1..pictures).firstNotNullOfOrNull { reader.read(frame) }
    }

    private fun everyCode(only: Collection<String> = codes.keys, photograph: (File) -> Photograph) {
        val read = only.associateWith { read(photograph(print(it)).frame()) }
        assertEquals(only.associateWith(codes::getValue), read)
    }

    @Test
    fun `every kind of code is read at the first look`() {
        for ((name, text) in codes) assertEquals(name, text, read(Photograph(print(name)).frame(), pictures = 1))
    }

    @Test
    fun `a code is read however it is held`() {
        val main = listOf("ean13", "licence", "link")
        for (degrees in 0 until 360 step 15) everyCode(main) { Photograph(it, degrees.toDouble()) }
        val bars = codes.keys - "datamatrix"
        for (degrees in listOf(7.0, 45.0, 100.0, 200.0)) everyCode(bars) { Photograph(it, degrees) }
        for (degrees in listOf(90.0, 180.0, 270.0)) everyCode { Photograph(it, degrees) }
    }

    @Test
    fun `a code is read out of focus`() = everyCode { Photograph(it).blurred(2.0) }

    @Test
    fun `a code is read in the dark`() = everyCode { Photograph(it).dark(40).grainy(1.5) }

    @Test
    fun `a code is read through grain`() = everyCode { Photograph(it, scale = 1.3).grainy(25.0) }

    @Test
    fun `a code is read crooked, out of focus, in the dark and through grain`() =
        everyCode(codes.keys - "datamatrix") {
            Photograph(it, degrees = 12.0, scale = 1.2).blurred(1.2).dark(90).grainy(3.0)
        }

    @Test
    fun `a code is read small and large`() {
        everyCode(listOf("ean13", "upca", "licence", "link")) { Photograph(it, scale = 0.6) }
        everyCode(codes.keys - "gs1-128" - "code128") { Photograph(it, scale = 2.0) }
    }

    @Test
    fun `a picture of a turned sensor, and one with gaps between its rows, is read`() {
        val upright = Photograph(print("ean13")).frame()
        val stride = upright.width + 64
        val gaps = ByteArray(stride * upright.height)
        for (y in 0 until upright.height) {
            upright.bytes.copyInto(gaps, y * stride, y * upright.width, (y + 1) * upright.width)
        }
        for (turn in listOf(0, 90, 180, 270)) {
            val frame = Luminance(gaps, upright.width, upright.height, stride, turn)
            assertEquals("$turn", codes["ean13"], read(frame))
        }
    }

    @Test
    fun `where no code is, none is read`() {
        assertNull(read(Photograph.ofShelf().frame()))
        for (grain in listOf(5.0, 40.0, 90.0)) {
            assertNull("grain $grain", read(Photograph.ofShelf().grainy(grain).frame()))
        }
        for (wide in listOf(2, 3, 4, 5, 7, 10, 15, 25, 40)) {
            assertNull("stripes $wide", read(Photograph.ofStripes(wide).frame()))
        }
        for (grey in listOf(0, 255)) assertNull("all $grey", read(flat(grey)))
    }

    @Test
    fun `noise is no code`() {
        val random = Random(3)
        repeat(10) {
            val pixels = ByteArray(320 * 240).also(random::nextBytes)
            assertNull(read(Luminance(pixels, 320, 240)))
        }
    }

    @Test
    fun `a code that is torn off, or whose digits do not fit, is not guessed`() {
        val frame = Photograph(print("ean13")).frame()
        for (y in 0 until frame.height) frame.bytes.fill(200.toByte(), y * frame.width + 640, (y + 1) * frame.width)
        assertNull(read(frame))
    }

    @Test
    fun `the smallest pictures hold nothing, and do no harm`() {
        for ((width, height) in listOf(1 to 1, 1 to 40, 40 to 1, 3 to 3)) {
            assertNull(read(Luminance(ByteArray(width * height), width, height)))
        }
    }

    @Test
    fun `a picture takes no longer than a camera waits`() {
        val frame = Photograph.ofShelf().grainy(10.0).frame()
        val reader = CodeReader()
        repeat(WAYS) { reader.read(frame) }
        val slowest = (1..WAYS).maxOf {
            val begun = System.nanoTime()
            reader.read(frame)
            (System.nanoTime() - begun) / 1_000_000
        }
        assertTrue("$slowest ms", slowest < 1_000)
    }

    private companion object {
        /** Pictures in which every way of looking has its turn. */
        const val WAYS = 13
    }

    private fun flat(grey: Int) = Luminance(ByteArray(1280 * 720) { grey.toByte() }, 1280, 720)
}
