package standing.logic.records

import java.io.ByteArrayOutputStream
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import standing.core.ExportView
import standing.core.Problem
import standing.logic.Load
import standing.logic.Outlet
import standing.logic.Platform
import standing.logic.SaveAnswer
import standing.logic.give

/**
 * A record as one file: its JSON, or a zip archive with its photos beside it, so that the person is
 * asked only once where it goes. No entry tells when it was made: the phone's clock is nobody's business.
 */
class SavedRecord(export: ExportView) {
    val name: String
    val mediaType: String
    val bytes: ByteArray

    init {
        val json = export.json.toByteArray()
        if (export.photos.isEmpty()) {
            name = export.fileName
            mediaType = "application/json"
            bytes = json
        } else {
            name = export.fileName.removeSuffix(".json") + ".zip"
            mediaType = "application/zip"
            bytes = zip(listOf(export.fileName to json) + export.photos.map { it.fileName to it.bytes })
        }
    }

    private fun zip(files: List<Pair<String, ByteArray>>): ByteArray {
        val written = ByteArrayOutputStream()
        ZipOutputStream(written).use { zip ->
            for ((name, bytes) in files) {
                zip.putNextEntry(ZipEntry(name).apply { time = EARLIEST })
                zip.write(bytes)
                zip.closeEntry()
            }
        }
        return written.toByteArray()
    }

    private companion object {
        /** The first day that the format can write, 1 January 1980, as seen from every zone. */
        const val EARLIEST = 315_619_200_000L
    }
}

/** How saving a record as a file went; both null where the person went back. */
class Saving(val answer: SaveAnswer? = null, val problem: Problem? = null)

/** Lets the person choose where a record goes as a file, if the core could give it. */
internal suspend fun Platform.give(outlet: Outlet, record: Load<SavedRecord>): Saving =
    when (record) {
        is Load.Ready -> Saving(answer = record.view.run { give(outlet, name, mediaType, bytes) }.takeIf { it != SaveAnswer.NONE })
        is Load.Failed -> Saving(problem = record.problem)
        Load.Loading -> Saving()
    }
