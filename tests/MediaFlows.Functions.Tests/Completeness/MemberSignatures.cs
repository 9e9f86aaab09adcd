using System.Reflection;

namespace MediaFlows.Functions.Tests.Completeness;

/// <summary>Members as text, the same for a declaration and the real thing when they are the same to a caller.</summary>
internal static class MemberSignatures
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Type type, bool inherited = false)
    {
        for (var t = type; t is not null && t != typeof(object) && t != typeof(Attribute) && t != typeof(Exception); t = inherited ? t.BaseType : null)
            foreach (var member in t.GetMembers(Own))
                if (Write(member) is { } signature) yield return signature;
    }

    private static string? Write(MemberInfo member) => member switch
    {
        MethodInfo { Name: "op_Implicit" } m => $"op_Implicit({Parameters(m)}) : {Name(m.ReturnType)}",
        MethodInfo { IsSpecialName: false } m when Visible(m) && !Generated(m) => $"{m.Name}`{m.GetGenericArguments().Length}({Parameters(m)}) : {Name(m.ReturnType)}{(m.IsStatic ? " static" : "")}",
        ConstructorInfo { IsStatic: false } c when Visible(c) && c.GetParameters().Length > 0 && !Copies(c) => $"new({Parameters(c)})",
        PropertyInfo { Name: not "EqualityContract" } p when Visible(p.GetMethod!) => $"{p.Name} : {Name(p.PropertyType)}{(p.SetMethod is { } set && Visible(set) ? " set" : "")}",
        FieldInfo { IsPublic: true, IsSpecialName: false, IsLiteral: true } f => $"{f.Name} : {Name(f.FieldType)} = {f.GetRawConstantValue()}",
        _ => null,
    };

    private static bool Visible(MethodBase m) => m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly;

    private static bool Copies(ConstructorInfo c) => c.GetParameters() is [{ ParameterType: var only }] && only == c.DeclaringType;

    // What the compiler adds to records is the same on both sides.
    private static bool Generated(MethodInfo m) =>
        m.Name is "Equals" or "GetHashCode" or "ToString" or "PrintMembers" or "<Clone>$" or "Deconstruct" or "MemberwiseClone" or "Finalize";

    private static string Parameters(MethodBase m) =>
        string.Join(", ", m.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}{(p.HasDefaultValue ? " = " + (p.DefaultValue ?? "null") : "")}"));

    private static string Name(Type t) => t.IsGenericParameter ? t.Name
        : t.IsArray ? Name(t.GetElementType()!) + "[]"
        : t.IsGenericType ? $"{t.Namespace}.{t.Name}<{string.Join(',', t.GetGenericArguments().Select(Name))}>"
        : t.FullName ?? t.Name;
}
