package standing.app

import androidx.compose.runtime.Immutable
import androidx.compose.runtime.staticCompositionLocalOf
import java.time.LocalDate
import java.time.ZoneId

/** The phone's day and time zone: both may change while a screen is open. */
@Immutable
data class PhoneClock(val today: LocalDate = LocalDate.now(), val zone: ZoneId = ZoneId.systemDefault())

/** As the phone said it when the app looked last. */
val LocalPhoneClock = staticCompositionLocalOf { PhoneClock() }
