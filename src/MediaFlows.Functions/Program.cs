using MediaFlows.Functions;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddMediaFlowsFunctions(builder.Configuration);
AppTelemetry.Add(builder.Services, builder.Configuration);
builder.Build().Run();
