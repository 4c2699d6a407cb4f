package standing.app.gallery

import androidx.compose.runtime.Composable
import standing.core.Language
import standing.logic.Place

/**
 * One state of one screen. Whatever is here is photographed, walked through by the tests of accessibility in both
 * languages and at all sizes, and compared with its committed picture if [golden].
 *
 * @property name such as `home-offline`, in all of the gallery once.
 * @property content is given the language, for what the core would have said.
 */
class Shot(val name: String, val golden: Boolean = false, val content: @Composable (Language) -> Unit) {
    /** Of which screen it is a state, such as `home`. */
    val screen: String get() = name.substringBefore('-')
}

/** The states of one feature's screens. */
interface GalleryPart {
    /** Such as `Statement`. */
    val title: String

    /** Which of the four places its screens belong to; null where the bar is not shown, as in first use. */
    val at: Place.Root? get() = Place.Home

    /** How its screens are looked at. */
    val views: List<View> get() = View.PHONE

    val shots: List<Shot>
}

/** Every state of every screen. */
val GALLERY: List<GalleryPart> =
    listOf(
        DesignGallery,
        BusinessesGallery,
        StatementGallery,
        LettersGallery,
        PerksGallery,
        CasesGallery,
        RecordsGallery,
        SyncGallery,
        JoinGallery,
        SettingsGallery,
        WideGallery,
    )
