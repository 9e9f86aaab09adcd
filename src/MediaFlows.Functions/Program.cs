using MediaFlows.Core.Limits;
using MediaFlows.Functions;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddMediaFlowsFunctions(builder.Configuration);
AppTelemetry.Add(builder.Services, builder.Configuration);
var app = builder.Build();
// A limit that cannot be read must not turn into no limit.
_ = app.Services.GetRequiredService<LimitSettings>();
app.Run();
