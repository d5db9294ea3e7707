namespace Avance.Access;

/// <summary>What a person does in an office. One person may have several, and each is given for that office alone.</summary>
public enum Role
{
    /// <summary>Types the progress of a unit.</summary>
    Capture,

    /// <summary>Heads a unit and answers for what it reports.</summary>
    Authorise,

    /// <summary>Looks over what the units captured.</summary>
    Review,

    /// <summary>Plans the year and runs its quarters.</summary>
    Plan,

    /// <summary>Keeps the budget and its amendments.</summary>
    Budget,

    /// <summary>Reads everything and changes nothing.</summary>
    Audit,

    /// <summary>Publishes reports.</summary>
    Publish,

    /// <summary>Says who may do what.</summary>
    Administer,
}

/// <summary>How roles are written: a code for storage and commands, a name and a sentence for people.</summary>
public static class Roles
{
    private static readonly (string Code, LocalizedText Name, LocalizedText Purpose)[] Words =
    [
        ("capture", new("Captura", "Capture"), new("Captura el avance de su unidad y lo envía a revisión.", "Types the progress of their unit and sends it to review.")),
        ("authorise", new("Titular de unidad", "Head of unit"), new("Autoriza lo que su unidad informa, ya revisado, o lo devuelve.", "Authorises what their unit reports, once reviewed, or returns it.")),
        ("review", new("Revisión", "Review"), new("Revisa lo que capturan las unidades: lo devuelve o lo aprueba.", "Looks over what the units capture: returns it or approves it.")),
        ("plan", new("Planeación", "Planning"), new("Lleva el plan del año y abre y cierra los trimestres.", "Keeps the year's plan, and opens and closes its quarters.")),
        ("budget", new("Presupuesto", "Budget"), new("Importa el presupuesto y sus movimientos y tramita las adecuaciones.", "Imports the budget and its movements, and carries amendments through.")),
        ("audit", new("Auditoría", "Audit"), new("Consulta el plan, el presupuesto, la captura, el rastro de las cifras y la bitácora, y no cambia nada.", "Reads the plan, the budget, the capture, the trail of figures and the journal, and changes nothing.")),
        ("publish", new("Publicación", "Publication"), new("Emite y publica los informes.", "Issues and publishes the reports.")),
        ("administer", new("Administración", "Administration"), new("Invita a las personas y dice qué puede hacer cada una.", "Invites people and says what each may do.")),
    ];

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<Role> All { get; } = Enum.GetValues<Role>();

    /// <summary>The stored code: it never changes.</summary>
    public static string Code(this Role role) => Words[(int)role].Code;

    /// <summary>What people call it.</summary>
    public static LocalizedText DisplayName(this Role role) => Words[(int)role].Name;

    /// <summary>What it is for, in a sentence.</summary>
    public static LocalizedText Purpose(this Role role) => Words[(int)role].Purpose;

    /// <summary>Whether it can be given for one unit; the others are always of the whole office.</summary>
    public static bool IsOfUnit(this Role role) => role is Role.Capture or Role.Authorise;

    /// <summary>The role of a code.</summary>
    public static bool TryRead(string? code, out Role role)
    {
        var index = Array.FindIndex(Words, w => w.Code == code);
        role = (Role)Math.Max(index, 0);
        return index >= 0;
    }
}
