package standing.app.gallery

/** The components by themselves. */
object DesignGallery : GalleryPart {
    override val title = "Components"
    override val shots: List<Shot> = listOf()
}
