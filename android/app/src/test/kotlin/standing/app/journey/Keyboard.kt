package standing.app.journey

import com.sun.jna.Library
import com.sun.jna.Native
import com.sun.jna.NativeLong
import com.sun.jna.Pointer

/** The display's keyboard, with whatever characters a text takes on its keys. */
class Keyboard {
    private val x = Native.load("X11", X11::class.java)
    private val hand = Native.load("Xtst", XTest::class.java)
    private val display = checkNotNull(x.XOpenDisplay(null)) { "there is no display" }

    /** Presses the keys of a text, one after the other. */
    fun type(text: String) {
        val key = text.toSet().zip(SPARE).toMap()
        check(key.size == text.toSet().size) { "too many different characters for the keys that are spare" }
        // The same with and without shift: a letter alone would be made a small one.
        for ((char, code) in key) x.XChangeKeyboardMapping(display, code, 2, longArrayOf(symbol(char), symbol(char)), 1)
        for (char in text) for (down in listOf(1, 0)) hand.XTestFakeKeyEvent(display, key.getValue(char), down, NativeLong(0))
        x.XSync(display, 0)
    }

    /** What X calls a character. */
    private fun symbol(char: Char) = if (char.code < 0x100) char.code.toLong() else 0x1000000L + char.code

    private companion object {
        /** Beyond the keys that people have, without those that X counts among shift and its like. */
        val SPARE = (150..202) + (208..255)
    }
}

@Suppress("FunctionName")
private interface X11 : Library {
    fun XOpenDisplay(name: String?): Pointer?

    fun XChangeKeyboardMapping(display: Pointer, first: Int, each: Int, symbols: LongArray, count: Int): Int

    fun XSync(display: Pointer, discard: Int): Int
}

@Suppress("FunctionName")
private interface XTest : Library {
    fun XTestFakeKeyEvent(display: Pointer, key: Int, down: Int, delay: NativeLong): Int
}
