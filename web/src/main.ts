import { createApp } from 'vue'
import App from './shell/App.vue'
import { i18n } from './shell/i18n'
import { router } from './shell/router'
import './look/tokens.css'
import './look/base.css'

createApp(App).use(i18n).use(router).mount('#app')
