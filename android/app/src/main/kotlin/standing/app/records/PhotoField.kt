package standing.app.records

import androidx.compose.foundation.Image
import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.Icon
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.produceState
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.ImageBitmap
import androidx.compose.ui.layout.ContentScale
import androidx.compose.ui.unit.dp
import java.util.Locale
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import standing.app.design.FieldWord
import standing.app.design.Icons
import standing.app.design.Labelled
import standing.app.design.LocalWords
import standing.app.design.OutlinedButton
import standing.app.design.Quiet
import standing.app.design.Round
import standing.app.design.Sign
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.Text
import standing.app.design.TextLink
import standing.logic.records.FormAction
import standing.logic.records.FormPhoto
import standing.logic.records.FormState
import standing.logic.records.PhotoTrouble
import standing.logic.words.Words

/** Makes a picture of a JPEG, [side] pixels or somewhat more: each system has its own way. Null where it cannot. */
val LocalThumbnails = staticCompositionLocalOf<(jpeg: ByteArray, side: Int) -> ImageBitmap?> { { _, _ -> null } }

/** Where they are made: beside the main thread, but at once where a picture of the screen is taken. */
val LocalThumbnailWorker = staticCompositionLocalOf<CoroutineDispatcher> { Dispatchers.Default }

/** The photo: none yet, or here with what became of it, and why the last one is not. */
@Composable
internal fun PhotoField(state: FormState, note: FieldWord?, modifier: Modifier, covers: Boolean, take: () -> Unit, act: (FormAction) -> Unit) {
    val words = LocalWords.current
    val word = state.photoTrouble?.let { FieldWord.Fails(it.text(words)) } ?: note
    Column(modifier) {
        Labelled(words.formPhoto, words.formOptional, word) {
            when (val photo = state.photo) {
                FormPhoto.None -> {
                    OutlinedButton(words.formPhotoTake, take, icon = Icons.Camera)
                    OutlinedButton(words.formPhotoChoose, { act(FormAction.ChoosePhoto) }, Modifier.padding(top = Space.s3), icon = Icons.Picture)
                }
                FormPhoto.Coming -> Quiet(words.formPhotoComing, Modifier.padding(vertical = Space.s4))
                is FormPhoto.Here -> Photo(photo.jpeg) { Deeds(act) }
            }
        }
        if (covers) SignWord(Sign.NOTE, words.formPhotoCover, style = Standing.type.small, color = Standing.colors.ink)
    }
}

/** Several photos, each of which can be removed, and a way to a further one as long as one fits. */
@Composable
internal fun Photos(photos: List<ByteArray>, most: Int, trouble: PhotoTrouble?, take: () -> Unit, choose: () -> Unit, remove: (Int) -> Unit) {
    val words = LocalWords.current
    Labelled(words.formPhoto, words.formOptional, trouble?.let { FieldWord.Fails(it.text(words)) }) {
        photos.forEachIndexed { at, jpeg ->
            Photo(jpeg) { TextLink(words.actionRemove, { remove(at) }, icon = null) }
        }
        if (photos.size < most) {
            OutlinedButton(words.formPhotoTake, take, icon = Icons.Camera)
            OutlinedButton(words.formPhotoChoose, choose, Modifier.padding(top = Space.s3), icon = Icons.Picture)
        }
    }
}

/** A photo that is kept. */
@Composable
internal fun KeptPhoto(jpeg: ByteArray) = Photo(jpeg) {}

@Composable
private fun Photo(jpeg: ByteArray, deeds: @Composable () -> Unit) {
    if (Standing.reading.stacked) {
        Column(Modifier.fillMaxWidth().padding(vertical = Space.s1), Arrangement.spacedBy(Space.s2)) {
            Thumbnail(jpeg, Modifier.fillMaxWidth().height(LARGE), ContentScale.Fit)
            PhotoFacts(jpeg)
            deeds()
        }
    } else {
        Row(Modifier.fillMaxWidth().padding(vertical = Space.s1), Arrangement.spacedBy(Space.s4)) {
            Thumbnail(jpeg, Modifier.size(SIDE), ContentScale.Crop)
            Column {
                PhotoFacts(jpeg)
                Row(horizontalArrangement = Arrangement.spacedBy(Space.s6)) { deeds() }
            }
        }
    }
}

@Composable
private fun PhotoFacts(jpeg: ByteArray) {
    val words = LocalWords.current
    Column {
        Text(words.formPhotoSize(megabytes(jpeg.size, words)), style = Standing.type.body)
        Quiet(words.formPhotoNote)
    }
}

@Composable
private fun Deeds(act: (FormAction) -> Unit) {
    val words = LocalWords.current
    TextLink(words.actionReplace, { act(FormAction.ChoosePhoto) }, icon = null)
    TextLink(words.actionRemove, { act(FormAction.RemovePhoto) }, icon = null)
}

/** The picture itself is for the eye; its description is beside it. */
@Composable
private fun Thumbnail(jpeg: ByteArray, modifier: Modifier, scale: ContentScale) {
    val c = Standing.colors
    val shape = RoundedCornerShape(Round.r2)
    Box(modifier.clip(shape).background(c.sunk).border(1.dp, c.lineStrong, shape), Alignment.Center) {
        val picture = small(jpeg, PIXELS)
        if (picture != null) Image(picture, null, Modifier.fillMaxSize(), contentScale = scale)
        else Icon(Icons.Picture, null, Modifier.size(Standing.sizes.icon), c.ink2)
    }
}

private val SIDE = 88.dp
private val LARGE = 200.dp

/** Enough for the larger of the two on a sharp screen. */
private const val PIXELS = 600

/** The picture, once it is made. */
@Composable
internal fun small(jpeg: ByteArray, side: Int): ImageBitmap? {
    val make = LocalThumbnails.current
    val worker = LocalThumbnailWorker.current
    val made by produceState<ImageBitmap?>(null, jpeg) { value = withContext(worker) { make(jpeg, side) } }
    return made
}

/** With one digit after the point; less than a tenth is a tenth. */
private fun megabytes(bytes: Int, words: Words): String {
    val locale = if (words.language == standing.core.Language.CHINESE) Locale.SIMPLIFIED_CHINESE else Locale.UK
    return String.format(locale, "%.1f", maxOf(bytes / 1_000_000.0, 0.1))
}

internal fun PhotoTrouble.text(words: Words): String =
    when (this) {
        PhotoTrouble.TOO_LARGE -> words.formPhotoTooLarge
        PhotoTrouble.UNREADABLE -> words.formPhotoUnreadable
        PhotoTrouble.NO_SPACE -> words.formPhotoNoSpace
        PhotoTrouble.LOST -> words.formPhotoLost
    }
