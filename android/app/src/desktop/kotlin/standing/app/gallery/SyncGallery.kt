package standing.app.gallery

import standing.app.sync.SyncScreen
import standing.logic.samples.RecordSamples
import standing.logic.sync.SyncState

/** The sync of the whole app. */
object SyncGallery : GalleryPart {
    override val title = "Sync"

    private fun shot(name: String, state: RecordSamples.() -> SyncState) =
        Shot(name) { language -> SyncScreen(RecordSamples.of(language).state(), {}, {}) }

    override val shots =
        listOf(
            shot("sync-never") { SyncState() },
            shot("sync-running") { SyncState(running = true, progress = progress) },
            shot("sync-stopping") { SyncState(running = true, stopping = true, progress = progress, last = syncDone) },
            shot("sync-done") { SyncState(last = syncDone) },
            shot("sync-offline") { SyncState(last = syncOffline) },
            shot("sync-stopped") { SyncState(last = syncStopped) },
            shot("sync-failed") { SyncState(problem = missing) },
        )
}
