namespace MediaFlows.Api.Tests.Hosting;

public static class HttpReading
{
    /// <summary>The body, whatever the status.</summary>
    public static async Task<string> GetStringAsync(this HttpClient http, string path, bool throwOnError)
    {
        using var answer = await http.GetAsync(path);
        if (throwOnError) answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }
}
