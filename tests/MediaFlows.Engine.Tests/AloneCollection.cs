namespace MediaFlows.Engine.Tests;

/// <summary>Tests of what the whole process uses; nothing else runs beside them.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class AloneCollection;
