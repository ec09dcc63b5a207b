// Starts the pages.

import { mount } from 'svelte'
import App from './App.svelte'
import './style/base.css'
import { applyTheme } from './theme.svelte.ts'

applyTheme()
const target = document.getElementById('app')
if (target) mount(App, { target })
