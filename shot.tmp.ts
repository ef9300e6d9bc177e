import { chromium } from '@playwright/test';
const [,, url, out, w='1280', h='800', scheme='light', ...acts]=process.argv;
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--disable-background-networking']});
const p=await b.newPage({viewport:{width:+w!,height:+h!},colorScheme:scheme as any});
p.on('console',m=>console.log('console',m.type(),m.text()));await p.addInitScript(()=>document.addEventListener('securitypolicyviolation',e=>console.log('CSP',e.violatedDirective,e.sample,e.sourceFile,e.lineNumber,e.columnNumber)));p.on('pageerror',e=>console.log('pageerror',e.message));
await p.goto(url!);await p.waitForLoadState('networkidle');
for(const a of acts){await new Function('p','return (async()=>{'+a+'})()')(p);}
await p.waitForTimeout(300);await p.screenshot({path:out!,fullPage:true});await b.close();
