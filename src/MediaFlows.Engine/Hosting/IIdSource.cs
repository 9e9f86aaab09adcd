namespace MediaFlows.Engine.Hosting;

/// <summary>Where new ids come from.</summary>
public interface IIdSource
{
    /// <summary>A new id of 32 lower-case hexadecimal digits.</summary>
    string NewId();
}
