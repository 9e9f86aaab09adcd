namespace MediaFlows.Engine.Store;

/// <summary>Puts documents that lie near each other into one read.</summary>
internal static class ReadRuns
{
    // Reading a gap of this size costs less than another request.
    private const int LargestGap = 128 * 1024;
    private const int LargestRun = 4 * 1024 * 1024;

    public static IEnumerable<List<FinishedRow>> Of(IEnumerable<FinishedRow> rows)
    {
        var run = new List<FinishedRow>();
        foreach (var row in rows.OrderBy(r => r.Segment).ThenBy(r => r.Offset))
        {
            if (run.Count > 0 && !Fits(run, row))
            {
                yield return run;
                run = [];
            }

            run.Add(row);
        }

        if (run.Count > 0) yield return run;
    }

    private static bool Fits(List<FinishedRow> run, in FinishedRow row)
    {
        var last = run[^1];
        return row.Segment == last.Segment
            && row.Offset - (last.Offset + last.Length) <= LargestGap
            && row.Offset + row.Length - run[0].Offset <= LargestRun;
    }
}
