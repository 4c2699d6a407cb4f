package standing.app.desktop

import standing.app.gallery.GalleryPart
import standing.app.gallery.Shot
import standing.app.gallery.View

/** One file that shows the pictures beside it and takes nothing from elsewhere: it opens from the disk. Both languages stand side by side. */
internal fun page(parts: List<GalleryPart>, result: String, failures: List<String> = emptyList()): String {
    val looks = View.PHONE.map { it.look }.distinct().joinToString("") { "<label><input type=radio name=look value=$it>$it</label>" }
    val failed = if (failures.isEmpty()) "" else "<ul>${failures.joinToString("") { "<li>${escaped(it)}" }}</ul>"
    return """<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content="width=device-width"><title>Standing: pictures</title>
        |<style>$STYLE</style>
        |<nav><input id=wanted type=search placeholder="Find a screen" aria-label="Find a screen">${parts.joinToString("") { links(it) }}</nav>
        |<main><header>$looks</header><p>${escaped(result)}</p>$failed${parts.joinToString("") { screens(it) }}</main>
        |<script>$SCRIPT</script></html>
        |"""
        .trimMargin()
}

private fun GalleryPart.byScreen(): Map<String, List<Shot>> = shots.groupBy { it.screen }

private fun links(part: GalleryPart) =
    "<h2>${part.title}</h2>" + part.byScreen().map { (screen, shots) -> "<a href=#${part.title}-$screen>$screen <small>${shots.size}</small></a>" }.joinToString("")

private fun screens(part: GalleryPart) =
    part.byScreen().map { (screen, shots) ->
        "<section id=${part.title}-$screen><h2>${part.title}: $screen</h2>${shots.joinToString("") { state(part, it) }}</section>"
    }.joinToString("")

/** A phone's look is chosen above; those of a larger screen stand below each other. */
private fun state(part: GalleryPart, shot: Shot): String {
    val phone = part.views == View.PHONE
    val views = if (phone) part.views.distinctBy { it.language } else part.views
    val pictures =
        views.joinToString("") { view ->
            val language = view.name.substringBefore('-')
            val file = "${Pictures.FOLDER}/${part.title}/${shot.name}-"
            val source = if (phone) "data-src=$file$language" else "src=$file${view.name}.png"
            "<a target=_blank><img loading=lazy $source alt=\"${shot.name}, ${view.name}\" width=${if (phone) 360 else 600}></a>"
        }
    return "<article id=${shot.name}><h3>${shot.name}</h3><div>$pictures</div></article>"
}

private fun escaped(text: String) = text.replace("&", "&amp;").replace("<", "&lt;")

private const val STYLE =
    "body{font:16px/1.5 sans-serif;margin:0;background:#eceae5;color:#1a1b1a;display:flex}" +
        "nav{flex:0 0 220px;height:100vh;position:sticky;top:0;overflow:auto;padding:16px;box-sizing:border-box;background:#fff}" +
        "nav a{display:block;color:#0b565c}nav h2{font-size:16px;margin:16px 0 0}#wanted{width:100%;font:inherit}" +
        "main{padding:0 24px 48px;min-width:0}header{position:sticky;top:0;padding:12px 0;background:#eceae5}header label{margin-right:16px;white-space:nowrap}" +
        "section{scroll-margin-top:56px}article{content-visibility:auto;contain-intrinsic-size:auto 1200px}" +
        "article div{display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start}article a{color:inherit}" +
        "img{display:block;height:auto;border:1px solid #999}img.none{height:64px;padding:12px;box-sizing:border-box;background:#fff}"

private const val SCRIPT =
    "const all=[...document.images],looks=[...document.querySelectorAll('input[name=look]')];" +
        "function show(look){for(const i of all){i.classList.remove('none');if(i.dataset.src)i.src=i.dataset.src+'-'+look+'.png';i.parentNode.href=i.src}}" +
        "for(const i of all)i.onerror=()=>i.classList.add('none');" +
        "for(const l of looks)l.onchange=()=>show(l.value);looks[0].checked=true;show(looks[0].value);" +
        "wanted.oninput=()=>{for(const a of document.querySelectorAll('article'))a.hidden=!a.id.includes(wanted.value.trim());" +
        "for(const s of document.querySelectorAll('section'))s.hidden=!s.querySelector('article:not([hidden])')}"
