namespace Avance.IntegrationTests;
