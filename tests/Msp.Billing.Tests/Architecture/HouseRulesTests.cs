using System.Reflection;
using System.Runtime.CompilerServices;
using Msp.Billing.Amounts;

namespace Msp.Billing.Tests.Architecture;

/// <summary>House rules that the compiler does not know. A failure lists the offenders.</summary>
public sealed class HouseRulesTests
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public;

    // DuePeriods is an enumerator: it walks, so it changes.
    private static readonly string[] MutableStructs = ["DuePeriods"];

    private static readonly string[] NamesOfNothing = ["Manager", "Helper", "Util", "Utils", "Utility", "Processor", "Info", "Data", "Base"];

    private static readonly Type[] Exported = typeof(Money).Assembly.GetExportedTypes();

    [Fact]
    public void Classes_are_sealed_static_or_abstract() =>
        None(Exported.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }));

    [Fact]
    public void Structs_are_read_only() =>
        None(Exported.Where(type => type is { IsValueType: true, IsEnum: false } && !type.IsDefined(typeof(IsReadOnlyAttribute)) && !MutableStructs.Contains(type.Name)));

    [Fact]
    public void Enums_start_at_one() =>
        None(Exported.Where(type => type.IsEnum && Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(Convert.ToInt64).Order().FirstOrDefault() != 1));

    [Fact]
    public void Enum_numbers_are_used_once() =>
        None(Exported.Where(type => type.IsEnum && Enum.GetValuesAsUnderlyingType(type).Cast<object>().Distinct().Count() != Enum.GetNames(type).Length));

    [Fact]
    public void No_property_can_be_set_from_outside() =>
        None(Exported.SelectMany(type => type.GetProperties(Declared)).Where(property => property.SetMethod is { IsPublic: true } set && !IsInit(set)));

    [Fact]
    public void No_field_is_public_but_constants_and_enum_values() => // a decimal constant is a read-only field
        None(Exported.Where(type => !type.IsEnum).SelectMany(type => type.GetFields(Declared)).Where(field => !field.IsLiteral && !field.IsDefined(typeof(DecimalConstantAttribute))));

    // Rates, shares and spreads of the break-fix model are estimates; what it says about money is Money there too.
    [Fact]
    public void No_public_member_takes_or_gives_a_binary_fraction_but_estimates() =>
        None(Exported.Where(type => type.Namespace != "Msp.Billing.BreakFix").SelectMany(type => type.GetMembers(Declared)).Where(member => Types(member).Any(type => type == typeof(double) || type == typeof(float))));

    [Fact]
    public void No_type_is_named_after_nothing() =>
        None(Exported.Where(type => NamesOfNothing.Any(name => type.Name.EndsWith(name, StringComparison.Ordinal))));

    private static IEnumerable<Type> Types(MemberInfo member) => member switch
    {
        PropertyInfo property => [property.PropertyType],
        MethodBase method => method.GetParameters().Select(parameter => parameter.ParameterType).Append((method as MethodInfo)?.ReturnType ?? typeof(void)),
        FieldInfo field => [field.FieldType],
        _ => [],
    };

    private static bool IsInit(MethodInfo set) => set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static void None(IEnumerable<MemberInfo> members)
    {
        var offenders = members.Select(member => member.DeclaringType is { } owner ? $"{owner.FullName}.{member.Name}" : $"{member}").Order(StringComparer.Ordinal).ToList();
        Assert.True(offenders.Count == 0, string.Join('\n', offenders));
    }
}
