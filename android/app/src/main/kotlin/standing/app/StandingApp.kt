package standing.app

import androidx.compose.foundation.isSystemInDarkTheme
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.WindowInsetsSides
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.runtime.saveable.SaveableStateHolder
import androidx.compose.runtime.saveable.rememberSaveableStateHolder
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import kotlinx.coroutines.launch
import standing.app.design.Icons
import standing.app.design.LocalBar
import standing.app.design.LocalPageBelow
import standing.app.design.LocalReadAloud
import standing.app.design.LocalWords
import standing.app.design.Look
import standing.app.design.NavBar
import standing.app.design.NoteBox
import standing.app.design.ProblemBox
import standing.app.design.ReadAloud
import standing.app.design.Screen
import standing.app.design.Sign
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.StandingTheme
import standing.app.design.TextLink
import standing.app.design.clearOfBars
import standing.core.Appearance
import standing.core.PersonView
import standing.core.SettingsView
import standing.logic.Branch
import standing.logic.Confirmation
import standing.logic.LockState
import standing.logic.Place
import standing.logic.ShellState
import standing.logic.VoiceState
import standing.logic.personAt

/**
 * The whole app, [dark] if the person did not choose otherwise. Until the settings are read nothing is drawn: neither the
 * wrong language nor an amount that is to be hidden.
 */
@Composable
fun StandingApp(root: Root, dark: Boolean = isSystemInDarkTheme()) {
    val shared by root.shell.state.collectAsState()
    val settings = shared.settings
    val hidden = settings == null || settings.hideAmounts
    val look = Look(settings.isDark(dark), settings?.elderMode == true, settings?.textPercent?.toInt() ?: 100, hidden)
    StandingTheme(root.words(), look, Modifier.fillMaxSize()) {
        if (settings != null) Behind(root, shared) else if (shared.problem != null) NoSettings(root, shared)
    }
}

/** Whether the app is dark: as the person chose, else as the phone is. */
fun SettingsView?.isDark(phoneIsDark: Boolean): Boolean = this?.appearance?.let { it == Appearance.DARK } ?: phoneIsDark

@Composable
private fun NoSettings(root: Root, shared: ShellState) {
    val words = LocalWords.current
    Screen(words.appName) {
        item { shared.problem?.let { ProblemBox(it) { TextLink(words.actionTryAgain, root.shell::refresh) } } }
    }
}

/** Nothing of the app is there to be seen or read aloud while it is locked; how far it was scrolled is kept. */
@Composable
private fun Behind(root: Root, shared: ShellState) {
    val lock by root.lock.state.collectAsState()
    val scrolled = rememberSaveableStateHolder()
    when (val now = lock) {
        LockState.Unknown -> Unit
        LockState.Open -> Places(root, shared, scrolled)
        is LockState.Locked -> LockScreen(now, root.lock::unlock)
    }
}

@Composable
private fun Places(root: Root, shared: ShellState, scrolled: SaveableStateHolder) {
    val way by root.way.collectAsState()
    val bar = barOf(root, way.at, shared)
    val changes by root.changes.collectAsState()
    val clock = remember(changes) { PhoneClock() }
    CompositionLocalProvider(LocalReadAloud provides readAloud(root), LocalPhoneClock provides clock) {
        val people by root.lock.people.collectAsState()
        val locked = shared.personAt(way.at)?.takeIf { it.isLocked && it.given !in people }
        Box(Modifier.fillMaxSize()) {
            when {
                locked != null -> CompositionLocalProvider(LocalBar provides bar) { LockedPerson(root, shared, locked, way.at) }
                Standing.reading.twoPanes -> Beside(root, way.at, scrolled, bar)
                else -> CompositionLocalProvider(LocalBar provides bar) { OnTop(root, way.at, scrolled) }
            }
            Said(root, shared)
        }
    }
}

/** In place of the pages of a person that are locked: whose they are, and the ways to open them or to go elsewhere. */
@Composable
private fun LockedPerson(root: Root, shared: ShellState, person: PersonView, at: Branch) {
    val title = LocalWords.current.personUnlockReason(person.name)
    val scope = rememberCoroutineScope()
    var answer by remember(person) { mutableStateOf<Confirmation?>(null) }
    val back = { root.back() }
    PersonLockScreen(
        person,
        others = if (at.places.isEmpty()) shared.active.filter { it.person.given != person.given } else emptyList(),
        answer,
        unlock = { scope.launch { answer = root.lock.open(person, title) } },
        choose = root.shell::choose,
        back = if (at.places.isEmpty()) null else ({ back() }),
    )
}

/**
 * The four places; while there is nothing but joining to do, and somebody is at it, they would only lead astray. A second
 * tap, before the screen has followed the first, does not lead to the beginning of where the first one led.
 */
@Composable
private fun barOf(root: Root, at: Branch, shared: ShellState): (@Composable () -> Unit)? {
    val joining = at.top is Place.Join && shared.active.isEmpty()
    return if (joining) null else ({ NavBar(at.root, { if (root.way.value.at == at) root.go(it) }) })
}

/** The screen on top; below a sheet the page that it was opened from. */
@Composable
private fun OnTop(root: Root, at: Branch, scrolled: SaveableStateHolder) {
    val depth = at.places.size
    val screen = root.screenAt(depth)
    val below: (@Composable () -> Unit)? = if (screen.sheet && depth > 0) ({ Seen(root, at, depth - 1, scrolled) }) else null
    CompositionLocalProvider(LocalPageBelow provides below) { Seen(root, at, depth, scrolled) }
}

/** Keeps how far it was scrolled for when one comes back. */
@Composable
private fun Seen(root: Root, at: Branch, depth: Int, scrolled: SaveableStateHolder) {
    val screen = root.screenAt(depth)
    scrolled.SaveableStateProvider("${at.root}/$depth/${root.placeAt(depth)}") { screen.show() }
}

/** A place of the four, and beside it what was opened from it. */
@Composable
private fun Beside(root: Root, at: Branch, scrolled: SaveableStateHolder, bar: (@Composable () -> Unit)?) {
    val depth = at.places.size
    TwoPanes(bar, list = { Seen(root, at, 0, scrolled) }, detail = if (depth == 0) null else ({ Seen(root, at, depth, scrolled) }))
}

/** What is to be said whatever is seen: something foreign arrived, or a setting could not be kept. */
@Composable
private fun Said(root: Root, shared: ShellState) {
    val words = LocalWords.current
    val note by root.note.collectAsState()
    val problem = shared.problem
    if (note == null && problem == null) return
    Box(Modifier.fillMaxSize().clearOfBars(WindowInsetsSides.Top).padding(Space.s4), Alignment.TopCenter) {
        note?.let { NoteBox(Sign.NEEDS, it, emptyList()) { TextLink(words.actionClose, root::dismiss, icon = Icons.Close) } }
        problem?.let { ProblemBox(it) { TextLink(words.actionClose, root.shell::dismiss, icon = Icons.Close) } }
    }
}

/** The phone's voice, and which text it reads. */
@Composable
private fun readAloud(root: Root): ReadAloud {
    val voice = root.platform.voice
    val language = LocalWords.current.language
    val state by voice.state.collectAsState()
    var text by remember { mutableStateOf("") }
    return ReadAloud(
        reading = if (state == VoiceState.READING) text else "",
        missing = state == VoiceState.MISSING,
        read = {
            text = it
            voice.read(it, language)
        },
        stop = voice::stop,
    )
}
