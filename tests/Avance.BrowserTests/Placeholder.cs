namespace Avance.BrowserTests;
