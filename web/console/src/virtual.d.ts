// Stylesheets that exist only while building.

declare module "virtual:theme.css"
declare module "@fontsource-variable/inter/index.css"
