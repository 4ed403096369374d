// Puts the widget into the demo shop, as a customer would write it into their page:
// <script src="https://chat.example/widget/loader.js" data-workspace="demo" async></script>
// Only the workspace comes from this page's address, /demo/{workspace}.

const loader = document.createElement("script")
loader.src = "/widget/loader.js"
loader.dataset.workspace = decodeURIComponent(location.pathname.split("/").filter(Boolean).at(-1) ?? "")
document.head.append(loader)
