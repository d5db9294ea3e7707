namespace Avance.UnitTests;
