namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>Writes a scan by copying bits of another one.</summary>
internal sealed class JpegBitWriter(Stream output, JpegBits source)
{
    private int _byte;
    private int _filled;

    public void Copy(int from, int length)
    {
        for (var i = 0; i < length; i++) Add(source[from + i]);
    }

    /// <summary>Fills the last byte with ones, as the format says.</summary>
    public void Finish()
    {
        while (_filled > 0) Add(1);
    }

    private void Add(int bit)
    {
        _byte = (_byte << 1) | bit;
        if (++_filled < 8) return;
        output.WriteByte((byte)_byte);
        if (_byte == 0xFF) output.WriteByte(0);
        (_byte, _filled) = (0, 0);
    }
}
